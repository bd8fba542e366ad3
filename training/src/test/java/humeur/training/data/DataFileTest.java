package humeur.training.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {
    @TempDir
    private Path folder;

    @Nested
    class LabelAndText {
        @Test
        void readsQuotedTextWithCommasQuotesAndLineBreaks() throws IOException {
            Path file = write("data.csv", "1,\"a, \"\"b\"\"\nc\"\n0,d\n", UTF_8);

            assertThat(read(file)).containsExactly(text("a, \"b\"\nc", true), text("d", false));
        }

        @Test
        void isUtf8() throws IOException {
            assertThat(read(write("data.csv", "1,café 😀\n", UTF_8))).containsExactly(text("café 😀", true));
        }

        @Test
        void mayBeCompressed() throws IOException {
            Path file = folder.resolve("data.csv.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write("0,hello\n".getBytes(UTF_8));
            }

            assertThat(read(file)).containsExactly(text("hello", false));
        }

        @Test
        void mayBeEmpty() throws IOException {
            assertThat(read(write("data.csv", "", UTF_8))).isEmpty();
        }
    }

    @Nested
    class StanfordsOriginal {
        @Test
        void readsPolarityAndTextInLatin1AndLeavesOutNeutral() throws IOException {
            String rows = """
                    "0","1467810369","Mon Apr 06 22:19:45 PDT 2009","NO_QUERY","someone","@bob café, no"
                    "2","1467810370","Mon Apr 06 22:19:46 PDT 2009","NO_QUERY","someone","neither"
                    "4","1467810371","Mon Apr 06 22:19:47 PDT 2009","NO_QUERY","someone","yes"
                    """;

            assertThat(read(write("training.csv", rows, ISO_8859_1)))
                    .containsExactly(text("@bob café, no", false), text("yes", true));
        }
    }

    @Nested
    class MalformedRows {
        @Test
        void unknownLabelNamesFileAndLine() throws IOException {
            Path file = write("data.csv", "1,a\n0,\"b\nb\"\n3,c\n", UTF_8);

            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(MalformedRowException.class)
                    .hasMessage(file + ", line 4: the label is \"3\"; expected one of [0, 1]");
        }

        @Test
        void wrongNumberOfColumnsNamesFileAndLine() throws IOException {
            Path file = write("data.csv", "1,a\n0,b,c\n", UTF_8);

            assertThatThrownBy(() -> read(file)).hasMessage(file + ", line 2: 3 columns; expected 2");
        }

        @Test
        void unknownFormatNamesBothKnownOnes() throws IOException {
            Path file = write("data.csv", "1,a,b\n", UTF_8);

            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(MalformedRowException.class)
                    .hasMessageStartingWith(file + ", line 1: 3 columns; expected 2 (label,text) or 6");
        }

        @Test
        void charactersBehindAClosingQuoteNameFileAndLine() throws IOException {
            Path file = write("data.csv", "1,a\n0,\"b\"c\n", UTF_8);

            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(MalformedRowException.class)
                    .hasMessageStartingWith(file + ", line 2: ");
        }

        @Test
        void anUnclosedQuoteNamesFileAndLine() throws IOException {
            Path file = write("data.csv", "1,a\n0,\"b\n1,c\n", UTF_8);

            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(MalformedRowException.class)
                    .hasMessage(file + ", line 2: a quote is opened here and never closed");
        }

        @Test
        void bytesThatAreNotUtf8NameFileAndLine() throws IOException {
            Path file = write("data.csv", "1,a\n1,café\n0,b\n", ISO_8859_1);

            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(MalformedRowException.class)
                    .hasMessage(file + ", line 2: not UTF-8");
        }
    }

    private Path write(String name, String content, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset));
    }

    private static List<LabelledText> read(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        new DataFile(file).forEach(texts::add);
        return texts;
    }

    private static LabelledText text(String text, boolean positive) {
        return new LabelledText(text, positive);
    }
}
