package humeur.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.options.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
    @Nested
    class Made_up {
        @Test
        void are_the_same_for_the_same_seed_only() {
            assertThat(new TweetGenerator(1).texts(50))
                    .isEqualTo(new TweetGenerator(1).texts(50))
                    .isNotEqualTo(new TweetGenerator(2).texts(50));
        }

        @Test
        void are_as_long_as_tweets() {
            assertThat(new TweetGenerator(1).texts(1000))
                    .allSatisfy(text -> assertThat(text.length()).isBetween(4, 280));
        }
    }

    @Nested
    class Of_a_file {
        private static final String ROWS = """
                1,so happy
                0,"no, ""never"" again"
                1,1234
                0,
                1,"two
                lines"
                0,sad
                """;

        @TempDir
        private Path folder;

        private Path file(String name, String rows) throws IOException {
            Path file = folder.resolve(name);
            try (OutputStream plain = Files.newOutputStream(file);
                    OutputStream output = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
                output.write(rows.getBytes(StandardCharsets.UTF_8));
            }
            return file;
        }

        @Test
        void are_those_that_no_service_refuses() throws IOException {
            assertThat(new LabelledTexts(file("data.csv", ROWS)).first(10))
                    .containsExactly("so happy", "no, \"never\" again", "sad");
        }

        @Test
        void may_be_compressed() throws IOException {
            assertThat(new LabelledTexts(file("data.csv.gz", ROWS)).first(1)).containsExactly("so happy");
        }

        @Test
        void are_missing_from_a_file_of_another_form() throws IOException {
            Path file = file("data.csv", "text;label\n");
            assertThatThrownBy(() -> new LabelledTexts(file).first(10))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("no row of label,text");
        }
    }
}
