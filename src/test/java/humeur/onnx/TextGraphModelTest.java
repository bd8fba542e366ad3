package humeur.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import humeur.sentiment.Deadline;
import humeur.sentiment.Explanation;
import humeur.sentiment.Explanation.Contribution;
import humeur.sentiment.Explanation.Method;
import humeur.sentiment.Prediction;
import humeur.sentiment.Timing;
import humeur.text.OddTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextGraphModelTest {
    private static final int MAX_TOKENS = 10_000;
    private static final String UNICORN = "\uD83E\uDD84";

    @TempDir
    Path directory;

    private OnnxSession session;

    @AfterEach
    void close() {
        session.close();
    }

    private TextGraphModel model(byte[] graph) {
        return model(graph, MAX_TOKENS);
    }

    private TextGraphModel model(byte[] graph, int maxTokens) {
        return new TextGraphModel(open(graph), maxTokens);
    }

    private OnnxSession open(byte[] graph) {
        try {
            session = OnnxSession.open(Files.write(directory.resolve("model.onnx"), graph));
            return session;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float sigmoid(double logOdds) {
        return (float) (1 / (1 + Math.exp(-logOdds)));
    }

    @Nested
    class A_prediction {
        @ParameterizedTest
        @CsvSource({
            "I love it, 2.25",
            "I LOOOVE it, 0.25",
            "I \u2764 it, 2.25",
            "not great, 0.75",
            "hate hate, -4.75",
            "nothing known, 0.25",
        })
        void is_the_graphs_for_the_normalised_words(String text, double logOdds) {
            assertThat(model(TinyGraph.explained()).predict(text, false).probability())
                    .isCloseTo(sigmoid(logOdds), within(1e-6f));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\0", UNICORN, "\u200B"})
        void of_a_text_without_words_is_the_bias(String text) {
            Prediction prediction = model(TinyGraph.explained()).predict(text, true);

            assertThat(prediction.probability()).isCloseTo(sigmoid(TinyGraph.BIAS), within(1e-6f));
            assertThat(prediction.tokensTotal()).isZero();
            assertThat(prediction.truncated()).isFalse();
            assertThat(prediction.explanation()).contains(new Explanation(Method.EXACT, TinyGraph.BIAS, List.of()));
        }

        @Test
        void counts_tokens_and_code_points() {
            Prediction prediction = model(TinyGraph.explained()).predict(UNICORN + " love, it \uD83D\uDE00", false);

            assertThat(prediction.tokensTotal()).isEqualTo(4);
            assertThat(prediction.tokensUsed()).isEqualTo(4);
            assertThat(prediction.codePointsRead()).isEqualTo(12);
        }

        @Test
        void explains_only_when_asked() {
            assertThat(model(TinyGraph.explained()).predict("love", false).explanation())
                    .isEmpty();
        }

        @Test
        void of_several_texts_comes_in_their_order() {
            assertThat(model(TinyGraph.explained()).predict(List.of("love", "hate", "love"), false, Deadline.NONE))
                    .extracting(prediction -> prediction.probability() > 0.5f)
                    .containsExactly(true, false, true);
        }

        @Test
        void is_the_same_on_many_threads() throws Exception {
            TextGraphModel model = model(TinyGraph.explained());
            List<String> texts = OddTexts.raw(8, 500).toList();
            List<Prediction> expected = untimed(model.predict(texts, true, Deadline.NONE));
            Callable<List<Prediction>> caller = () -> untimed(model.predict(texts, true, Deadline.NONE));
            ExecutorService callers = Executors.newFixedThreadPool(8);
            List<Future<List<Prediction>>> answers =
                    Stream.generate(() -> callers.submit(caller)).limit(8).toList();

            for (Future<List<Prediction>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
            callers.shutdown();
        }

        private static List<Prediction> untimed(List<Prediction> predictions) {
            return predictions.stream()
                    .map(it -> new Prediction(
                            it.probability(),
                            it.tokensTotal(),
                            it.tokensUsed(),
                            it.codePointsRead(),
                            Timing.between(0, 0, 0),
                            it.explanation()))
                    .toList();
        }
    }

    @Nested
    class A_text_beyond_the_limit {
        @Test
        void is_read_up_to_the_last_token_that_fits() {
            Prediction prediction = model(TinyGraph.explained(), 2).predict(UNICORN + " I love, hate it", true);

            assertThat(prediction.tokensTotal()).isEqualTo(5);
            assertThat(prediction.tokensUsed()).isEqualTo(2);
            assertThat(prediction.truncated()).isTrue();
            assertThat(prediction.codePointsRead()).isEqualTo("X I love".length());
            assertThat(prediction.probability()).isCloseTo(sigmoid(2.25), within(1e-6f));
            assertThat(prediction.explanation().orElseThrow().words()).hasSize(2);
        }

        @Test
        void is_not_one_that_just_fits() {
            Prediction prediction = model(TinyGraph.explained(), 2).predict("I love " + UNICORN, false);

            assertThat(prediction.truncated()).isFalse();
            assertThat(prediction.codePointsRead()).isEqualTo("I love X".length());
        }
    }

    @Nested
    class The_graphs_own_explanation {
        @Test
        void gives_each_word_as_sent_with_offsets_in_code_points() {
            Prediction prediction = model(TinyGraph.explained()).predict(UNICORN + " I LOVE @bob &amp; \u2764!", true);

            assertThat(prediction.explanation().orElseThrow())
                    .isEqualTo(new Explanation(
                            Method.EXACT,
                            TinyGraph.BIAS,
                            List.of(
                                    new Contribution("I", 2, 3, 0),
                                    new Contribution("LOVE", 4, 8, 2),
                                    new Contribution("@bob", 9, 13, 0),
                                    new Contribution("&amp;", 14, 19, 0),
                                    new Contribution("\u2764", 20, 21, 2),
                                    new Contribution("!", 21, 22, 0))));
        }

        @Test
        void sums_to_the_log_odds() {
            TextGraphModel model = model(TinyGraph.explained());
            Prediction prediction = model.predict("not so great, but I love it", true);

            assertThat(sigmoid(sum(prediction.explanation().orElseThrow())))
                    .isCloseTo(prediction.probability(), within(1e-6f));
        }

        @Test
        void has_one_word_for_each_token_of_odd_texts() {
            TextGraphModel model = model(TinyGraph.explained());
            OddTexts.raw(9, 2_000).forEach(text -> {
                Prediction prediction = model.predict(text, true);
                Explanation explanation = prediction.explanation().orElseThrow();

                assertThat(explanation.words()).hasSize(prediction.tokensUsed());
                assertThat(sigmoid(sum(explanation))).isCloseTo(prediction.probability(), within(1e-4f));
                assertThat(explanation.words()).allMatch(word -> word.text().equals(codePoints(text, word)));
            });
        }

        private double sum(Explanation explanation) {
            return explanation.bias()
                    + explanation.words().stream()
                            .mapToDouble(Contribution::logOdds)
                            .sum();
        }

        private String codePoints(String text, Contribution word) {
            return text.substring(text.offsetByCodePoints(0, word.start()), text.offsetByCodePoints(0, word.end()));
        }
    }

    @Nested
    class An_explanation_by_occlusion {
        @Test
        void is_given_for_a_graph_without_contributions() {
            Explanation explanation = model(TinyGraph.plain())
                    .predict(UNICORN + " not GREAT at all", true)
                    .explanation()
                    .orElseThrow();

            assertThat(explanation.bias()).isCloseTo(TinyGraph.BIAS, within(1e-4f));
            assertThat(explanation.words())
                    .extracting(Contribution::text, Contribution::start, Contribution::end)
                    .containsExactly(
                            tuple("not", 2, 5), tuple("GREAT", 6, 11), tuple("at", 12, 14), tuple("all", 15, 18));
            assertThat(explanation.words().get(0).logOdds()).isCloseTo(-1, within(1e-4f));
            assertThat(explanation.words().get(1).logOdds()).isCloseTo(1.5f, within(1e-4f));
            assertThat(explanation.words().get(2).logOdds()).isZero();
        }

        @Test
        void of_a_text_without_words_has_none() {
            Explanation explanation =
                    model(TinyGraph.plain()).predict("", true).explanation().orElseThrow();

            assertThat(explanation.words()).isEmpty();
            assertThat(explanation.bias()).isCloseTo(TinyGraph.BIAS, within(1e-4f));
        }

        @Test
        void leaves_out_as_many_words_as_it_has_runs_for() {
            Prediction prediction = model(TinyGraph.plain()).predict("word ".repeat(1_000), true);

            assertThat(prediction.tokensUsed()).isEqualTo(1_000);
            assertThat(prediction.explanation().orElseThrow().words()).hasSize(Occlusion.MAX_WORDS);
        }

        @Test
        void stays_finite_where_the_model_is_certain() {
            Explanation explanation = model(TinyGraph.plain())
                    .predict("love ".repeat(50), true)
                    .explanation()
                    .orElseThrow();

            assertThat(explanation.words()).allMatch(word -> Float.isFinite(word.logOdds()));
        }
    }
}
