package humeur.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import humeur.sentiment.Explanation;
import humeur.sentiment.Explanation.Contribution;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelSlot;
import humeur.sentiment.Prediction;
import humeur.sentiment.Sentiment;
import humeur.sentiment.SentimentModel;
import humeur.text.OddTexts;
import humeur.text.TweetNormalizer;
import humeur.text.Word;
import humeur.text.WordTokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that the repository ships, opened as the service opens it. */
class ShippedModelTest {
    private static final Path MODELS = Path.of("onnx-models");
    private static final long SEED = 140;
    private static final int TEXTS = 2_500;

    private static ModelSlot slot;
    private static SentimentModel model;

    @BeforeAll
    static void open() {
        slot = ModelCatalog.open(MODELS, Optional.of("logistic-regression"), new OnnxModels(Optional.empty()))
                .defaultSlot();
        model = slot.model();
    }

    private static Sentiment sentiment(String text) {
        return slot.manifest().sentiment(model.predict(text, false).probability());
    }

    @Nested
    class Clear_texts {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "I love this, best day ever!",
                    "thank you so much @bob, you are awesome \u2764\uFE0F",
                    "Had a great time with my friends :)",
                    "yay! so happy for you",
                    "\uD83D\uDE00\uD83D\uDE00",
                    "LOOOOVE it",
                })
        void that_are_positive(String text) {
            assertThat(sentiment(text)).isEqualTo(Sentiment.POSITIVE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "I hate this, worst day ever",
                    "so sad, I miss my dog",
                    "my head hurts and I can't sleep :(",
                    "ugh, this sucks. http://t.co/x is broken again",
                    "\uD83D\uDE2D",
                    "I don't like it",
                })
        void that_are_negative(String text) {
            assertThat(sentiment(text)).isEqualTo(Sentiment.NEGATIVE);
        }
    }

    @Nested
    class The_explanation {
        @Test
        void sums_to_the_log_odds_of_odd_texts() {
            OddTexts.raw(SEED, TEXTS).forEach(text -> {
                Prediction prediction = model.predict(text, true);
                double logOdds = logOdds(prediction.explanation().orElseThrow());

                assertThat(1 / (1 + Math.exp(-logOdds))).as(text).isCloseTo(prediction.probability(), within(1e-5));
                // Beyond that a 32-bit probability no longer tells log-odds apart that finely.
                if (Math.abs(logOdds) < 6) {
                    double p = prediction.probability();
                    assertThat(Math.log(p / (1 - p))).as(text).isCloseTo(logOdds, within(1e-4));
                }
            });
        }

        @Test
        void changes_nothing() {
            OddTexts.raw(SEED, TEXTS)
                    .forEach(text -> assertThat(model.predict(text, true).probability())
                            .as(text)
                            .isEqualTo(model.predict(text, false).probability()));
        }

        @Test
        void gives_the_words_of_a_clear_text_their_signs() {
            List<Contribution> words =
                    model.predict("love hate", true).explanation().orElseThrow().words();

            assertThat(words).extracting(Contribution::text).containsExactly("love", "hate");
            assertThat(words.get(0).logOdds()).isPositive();
            assertThat(words.get(1).logOdds()).isNegative();
        }

        private double logOdds(Explanation explanation) {
            return explanation.bias()
                    + explanation.words().stream()
                            .mapToDouble(Contribution::logOdds)
                            .sum();
        }
    }

    @Nested
    class The_graph {
        @Test
        void sees_the_words_that_the_tokenizer_saw() throws OrtException {
            try (OnnxSession session =
                    OnnxSession.open(MODELS.resolve("logistic-regression").resolve("model.onnx"))) {
                for (String text : OddTexts.raw(SEED, TEXTS).toList()) {
                    List<Word> words = WordTokenizer.tokenize(TweetNormalizer.normalize(text));
                    assertThat(contributions(session, words)).as(text).isEqualTo(words.size());
                }
            }
        }

        private long contributions(OnnxSession session, List<Word> words) throws OrtException {
            String[] input = {WordTokenizer.join(words)};
            try (OnnxTensor text = OnnxTensor.createTensor(session.environment(), input);
                    OrtSession.Result result = session.run(Map.of("text", text), Set.of("contributions"))) {
                long[] shape = ((OnnxTensor) result.get(0)).getInfo().getShape();
                return shape[shape.length - 1];
            }
        }
    }

    @Nested
    class Long_texts {
        @Test
        void of_a_thousand_tokens_are_read_whole() {
            Prediction prediction = model.predict("I love this . ".repeat(250), true);

            assertThat(prediction.tokensUsed()).isEqualTo(1_000);
            assertThat(prediction.truncated()).isFalse();
            assertThat(prediction.probability()).isGreaterThan(0.5f);
        }

        @Test
        void beyond_the_limit_say_so() {
            int limit = slot.manifest().maxTokens();
            Prediction prediction = model.predict("word ".repeat(limit + 1), false);

            assertThat(prediction.tokensTotal()).isEqualTo(limit + 1);
            assertThat(prediction.tokensUsed()).isEqualTo(limit);
            assertThat(prediction.truncated()).isTrue();
            assertThat(prediction.codePointsRead()).isEqualTo(5 * limit - 1);
        }
    }
}
