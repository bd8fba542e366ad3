package humeur.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import humeur.sentiment.InferenceException;
import humeur.sentiment.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that ONNX Runtime opens, but that are not what a text-graph model has to be. */
class TextGraphModelFaultsTest {
    private static final int MAX_TOKENS = 10_000;

    @TempDir
    Path directory;

    private OnnxSession open(byte[] graph) {
        try {
            return OnnxSession.open(Files.write(directory.resolve("model.onnx"), graph));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class A_graph_of_another_kind {
        @ParameterizedTest
        @ValueSource(strings = {"input_ids", "Text"})
        void is_named_with_the_inputs_that_it_has(String input) {
            refuses(TinyGraph.withInput(input), "[" + input + "]", "\"text\"");
        }

        @Test
        void is_named_with_the_outputs_that_it_has() {
            refuses(TinyGraph.withoutProbability(), "contributions", "logit", "\"probability\"");
        }

        @Test
        void may_have_an_output_of_another_type() {
            refuses(TinyGraph.withIntegerProbability(), "\"probability\"");
        }

        @Test
        void is_closed_again() {
            OnnxSession opened = open(TinyGraph.withoutProbability());
            assertThatExceptionOfType(ModelException.class).isThrownBy(() -> new TextGraphModel(opened, MAX_TOKENS));

            assertThatIllegalStateException().isThrownBy(opened::outputs).withMessageContaining("closed");
        }

        private void refuses(byte[] graph, String... facts) {
            OnnxSession opened = open(graph);

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> new TextGraphModel(opened, MAX_TOKENS))
                    .withMessageContaining(opened.file().toString())
                    .withMessageContainingAll(facts);
        }
    }

    @Nested
    class A_graph_that_fails_on_a_text {
        @Test
        void is_named() {
            try (OnnxSession session = open(TinyGraph.forThreeWordsOnly())) {
                TextGraphModel model = new TextGraphModel(session, MAX_TOKENS);
                assertThat(model.predict("one two three", false)).isNotNull();

                assertThatExceptionOfType(InferenceException.class)
                        .isThrownBy(() -> model.predict("one two", false))
                        .withMessageContaining(session.file().toString());
            }
        }

        @Test
        void may_have_another_number_of_contributions_than_words() {
            try (OnnxSession session = open(TinyGraph.withTooFewContributions())) {
                TextGraphModel model = new TextGraphModel(session, MAX_TOKENS);

                assertThatExceptionOfType(InferenceException.class)
                        .isThrownBy(() -> model.predict("one two three four", true))
                        .withMessageContaining(session.file().toString());
            }
        }
    }
}
