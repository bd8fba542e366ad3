package humeur.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import humeur.sentiment.Deadline;
import humeur.sentiment.DeadlineException;
import humeur.sentiment.Explanation;
import humeur.sentiment.Explanation.Contribution;
import humeur.sentiment.ModelException;
import humeur.sentiment.Prediction;
import humeur.text.OddTexts;
import humeur.text.Vocabulary;
import humeur.text.WordPiece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An encoder whose log-odds are the sum of its pieces' weights, so that every answer can be told by hand. */
class EncoderModelTest {
    private static final List<String> PIECES =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "love", "hate", "it", "un", "##loved", ",", "user");

    private static final float[] WEIGHTS = {9, 0.125f, 0, 0, 0, 2, -2.5f, 0, -1, 1.5f, 0, 0.5f};

    @TempDir
    Path folder;

    private AutoCloseable open = () -> {};

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private EncoderModel model(byte[] graph, int maxTokens) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), graph);
        EncoderModel model = new EncoderModel(OnnxSession.open(file), new WordPiece(Vocabulary.of(PIECES)), maxTokens);
        open = model;
        return model;
    }

    private EncoderModel deep() throws IOException {
        return model(TinyGraph.encoder(WEIGHTS), 128);
    }

    private static float sigmoid(double logOdds) {
        return (float) (1 / (1 + Math.exp(-logOdds)));
    }

    @Nested
    class A_prediction {
        @Test
        void is_the_graphs_for_the_pieces() throws Exception {
            assertThat(deep().predict("I LOVE it, unloved", false).probability())
                    .isCloseTo(sigmoid(TinyGraph.BIAS + 0.125 + 2 - 1 + 1.5), within(1e-6f));
        }

        @Test
        void counts_pieces_without_the_markers() throws Exception {
            Prediction prediction = deep().predict("\uD83E\uDD84 unloved", false);

            assertThat(prediction.tokensTotal()).isEqualTo(3);
            assertThat(prediction.tokensUsed()).isEqualTo(3);
            assertThat(prediction.codePointsRead()).isEqualTo(9);
            assertThat(prediction.truncated()).isFalse();
        }

        @Test
        void of_a_text_that_says_nothing_is_the_bias() throws Exception {
            Prediction prediction = deep().predict("\0\u200B", true);

            assertThat(prediction.tokensTotal()).isZero();
            assertThat(prediction.explanation().orElseThrow().words()).isEmpty();
        }

        @Test
        void is_that_of_words_and_pieces_together_where_the_graph_reads_both() throws Exception {
            assertThat(model(TinyGraph.wideEncoder(WEIGHTS), 128)
                            .predict("love great", false)
                            .probability())
                    .isCloseTo(sigmoid(TinyGraph.BIAS + 2 + 1.5 + 2 + 0.125), within(1e-6f));
        }

        @Test
        void does_not_depend_on_the_texts_beside_it() throws Exception {
            EncoderModel model = deep();
            List<String> texts = OddTexts.raw(5, 200).toList();
            List<Float> alone = texts.stream()
                    .map(text -> model.predict(text, false).probability())
                    .toList();

            assertThat(model.predict(texts, false, Deadline.NONE))
                    .extracting(Prediction::probability)
                    .isEqualTo(alone);
        }
    }

    @Nested
    class A_text_beyond_the_limit {
        @Test
        void is_cut_and_says_so() throws Exception {
            Prediction prediction = model(TinyGraph.encoder(WEIGHTS), 2).predict("love it, hate it", false);

            assertThat(prediction.truncated()).isTrue();
            assertThat(prediction.tokensTotal()).isEqualTo(5);
            assertThat(prediction.tokensUsed()).isEqualTo(2);
            assertThat(prediction.codePointsRead()).isEqualTo(7);
            assertThat(prediction.probability()).isCloseTo(sigmoid(TinyGraph.BIAS + 2), within(1e-6f));
        }

        @Test
        void is_cut_for_the_words_as_well() throws Exception {
            Prediction prediction = model(TinyGraph.wideEncoder(WEIGHTS), 2).predict("love it, hate it", true);

            assertThat(prediction.probability()).isCloseTo(sigmoid(TinyGraph.BIAS + 2 + 2), within(1e-6f));
            assertThat(prediction.explanation().orElseThrow().words())
                    .extracting(Contribution::text)
                    .containsExactly("love", "it");
        }

        @Test
        void may_have_any_length() throws Exception {
            Prediction prediction = deep().predict("love ".repeat(200_000), false);

            assertThat(prediction.tokensTotal()).isEqualTo(200_000);
            assertThat(prediction.tokensUsed()).isEqualTo(128);
        }
    }

    @Nested
    class An_explanation {
        @Test
        void gives_each_word_what_the_answer_loses_without_it() throws Exception {
            String text = "@bob \uD83E\uDD84 unloved, hate";
            Explanation explanation = deep().predict(text, true).explanation().orElseThrow();

            assertThat(explanation.method()).isEqualTo(Explanation.Method.OCCLUSION);
            assertThat(explanation.bias()).isCloseTo(TinyGraph.BIAS, within(1e-4f));
            assertThat(explanation.words())
                    .extracting(Contribution::text, Contribution::start, Contribution::end)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("@bob", 0, 4),
                            org.assertj.core.groups.Tuple.tuple("unloved", 7, 14),
                            org.assertj.core.groups.Tuple.tuple("hate", 16, 20));
            assertThat(share(explanation, "@bob")).isCloseTo(0.5f, within(1e-4f));
            assertThat(share(explanation, "unloved")).isCloseTo(0.5f, within(1e-4f));
            assertThat(share(explanation, "hate")).isCloseTo(-2.5f, within(1e-4f));
        }

        @Test
        void counts_what_both_halves_of_the_graph_lose() throws Exception {
            Explanation explanation = model(TinyGraph.wideEncoder(WEIGHTS), 128)
                    .predict("love it", true)
                    .explanation()
                    .orElseThrow();

            assertThat(share(explanation, "love")).isCloseTo(4, within(1e-3f));
        }

        @Test
        void is_of_the_first_64_words() throws Exception {
            Explanation explanation =
                    deep().predict("love hate ".repeat(50), true).explanation().orElseThrow();

            assertThat(explanation.words()).hasSize(Occlusion.MAX_WORDS);
            assertThat(explanation.words().stream().map(Contribution::text).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("love", "hate");
        }

        @Test
        void ends_with_the_deadline() throws Exception {
            EncoderModel model = deep();
            AtomicInteger looks = new AtomicInteger();
            Deadline gone = Deadline.after(Duration.ofDays(1), () -> looks.incrementAndGet() == 3);

            assertThatThrownBy(() -> model.predict("love ".repeat(60), true, gone))
                    .isInstanceOf(humeur.sentiment.AbandonedException.class);
            assertThatThrownBy(() -> model.predict("love", true, Deadline.after(Duration.ZERO, () -> false)))
                    .isInstanceOf(DeadlineException.class);
        }

        private static float share(Explanation explanation, String word) {
            return explanation.words().stream()
                    .filter(contribution -> contribution.text().equals(word))
                    .findFirst()
                    .orElseThrow()
                    .logOdds();
        }
    }

    @Nested
    class A_graph_that_is_no_encoder {
        @Test
        void is_refused_with_what_it_holds() {
            assertThatThrownBy(() -> model(TinyGraph.explained(), 128))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("model.onnx has inputs [text]")
                    .hasMessageContaining("input_ids");
        }
    }
}
