package humeur.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import humeur.sentiment.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSessionTest {
    @TempDir
    Path directory;

    private Path file;

    private void refuses(byte[] content) throws IOException {
        file = Files.write(directory.resolve("model.onnx"), content);

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> OnnxSession.open(file))
                .withMessageContainingAll(file.toString(), "is not a graph", "ONNX Runtime", "restore");
    }

    @Nested
    class A_graph {
        @Test
        void names_its_inputs_and_outputs() throws IOException {
            file = Files.write(directory.resolve("model.onnx"), TinyGraph.explained());

            try (OnnxSession session = OnnxSession.open(file)) {
                assertThat(session.inputs()).containsExactly("text");
                assertThat(session.outputs()).containsExactlyInAnyOrder("probability", "contributions", "bias");
            }
        }
    }

    @Nested
    class A_missing_file {
        @Test
        void is_refused() {
            file = directory.resolve("model.onnx");

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> OnnxSession.open(file))
                    .withMessageContainingAll(file.toString(), "is missing", "restore");
        }

        @Test
        void may_be_a_folder_of_that_name() throws IOException {
            file = Files.createDirectory(directory.resolve("model.onnx"));

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> OnnxSession.open(file))
                    .withMessageContaining(file.toString());
        }
    }

    @Nested
    class A_broken_file {
        @Test
        void may_be_empty() throws IOException {
            refuses(new byte[0]);
        }

        @Test
        void may_hold_random_bytes() throws IOException {
            byte[] content = new byte[10_000];
            new Random(1).nextBytes(content);
            refuses(content);
        }

        @Test
        void may_hold_another_format() throws IOException {
            refuses("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 4194304\n".getBytes());
        }

        @Test
        void may_be_cut_short() throws IOException {
            byte[] whole = TinyGraph.explained();
            refuses(Arrays.copyOf(whole, whole.length / 2));
        }
    }
}
