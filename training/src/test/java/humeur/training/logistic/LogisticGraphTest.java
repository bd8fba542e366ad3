package humeur.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import humeur.training.Progress;
import humeur.training.SyntheticTweets;
import humeur.training.data.Corpus;
import humeur.training.data.Example;
import humeur.training.data.LabelledText;
import humeur.training.evaluation.OddTexts;
import humeur.training.onnx.GraphFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogisticGraphTest {
    private static final Corpus CORPUS = Corpus.of(SyntheticTweets.generate(4_000, 1));
    private static final Hyperparameters SMALL =
            Hyperparameters.DEFAULT.withBits(12).withOrders(2);
    private static final Offset<Float> CLOSE = within(1e-5f);

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private OrtSession session;
    private LogisticModel model;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException, OrtException {
        Path file = written(SMALL, folder);
        session = environment.createSession(file.toString());
        model = LogisticGraphReader.read(file);
    }

    @AfterAll
    void close() throws OrtException {
        session.close();
    }

    @Nested
    class EqualsTheTrainer {
        @Test
        void onTwoThousandTextsAndOddOnes() throws OrtException {
            List<String> texts = Stream.concat(
                            SyntheticTweets.generate(2_000, 2).stream().map(LabelledText::text), OddTexts.ALL.stream())
                    .map(Example::words)
                    .toList();

            for (String words : texts) {
                Answer answer = ask(words);
                assertThat(answer.probability[0]).as(words).isCloseTo((float) model.probability(words), CLOSE);
                assertContributions(answer.contributions[0], words);
            }
        }

        @Test
        void onTextsOfDifferentLengthsAtOnce() throws OrtException {
            String[] texts = Stream.of("love love hate", "", "sad", "i love the w1", "not good")
                    .toArray(String[]::new);

            Answer answer = ask(texts);

            for (int i = 0; i < texts.length; i++) {
                assertThat(answer.probability[i]).as(texts[i]).isCloseTo((float) model.probability(texts[i]), CLOSE);
                assertContributions(answer.contributions[i], texts[i]);
            }
        }

        @Test
        void withNeighbouringWordsOnlyAndWithoutFingerprints(@TempDir Path folder) throws IOException, OrtException {
            Hyperparameters plain = SMALL.withReach(1).withFingerprintBits(0);
            Path file = written(plain, folder);
            LogisticModel plainModel = LogisticGraphReader.read(file);

            try (OrtSession plainSession = environment.createSession(file.toString())) {
                for (LabelledText text : SyntheticTweets.generate(200, 3)) {
                    String words = Example.words(text.text());
                    assertThat(ask(plainSession, words).probability[0])
                            .isCloseTo((float) plainModel.probability(words), CLOSE);
                }
            }
        }

        private void assertContributions(float[] shares, String words) {
            double[] expected = model.contributions(words);
            for (int i = 0; i < shares.length; i++) {
                assertThat(shares[i])
                        .as("%s, word %d", words, i)
                        .isCloseTo(i < expected.length ? (float) expected[i] : 0, CLOSE);
            }
        }
    }

    @Nested
    class Answers {
        @Test
        void theBiasAloneForATextWithoutWords() throws OrtException {
            Answer answer = ask("");

            assertThat(answer.probability[0]).isCloseTo((float) LogisticModel.sigmoid(answer.bias[0]), CLOSE);
            assertThat(answer.contributions[0]).isEmpty();
        }

        @Test
        void withSharesThatAddUpToTheLogit() throws OrtException {
            Answer answer = ask("i love the great work", "hate");

            for (int row = 0; row < 2; row++) {
                double logit = answer.bias[0];
                for (float share : answer.contributions[row]) {
                    logit += share;
                }
                assertThat(answer.probability[row]).isCloseTo((float) LogisticModel.sigmoid(logit), CLOSE);
            }
        }

        @Test
        void asTheWordsSay() throws OrtException {
            assertThat(ask("i love it", "i hate it").probability).satisfies(p -> {
                assertThat(p[0]).isGreaterThan(0.6f);
                assertThat(p[1]).isLessThan(0.4f);
            });
        }
    }

    @Nested
    class Training {
        @Test
        void givesTheSameBytesForTheSameData() {
            GraphFiles first = train(SMALL);
            GraphFiles second = train(SMALL);

            assertThat(first.graph().toByteArray()).isEqualTo(second.graph().toByteArray());
            assertThat(first.constant()).isEqualTo(second.constant());
        }

        @Test
        void givesOtherBytesForAnotherSeed() {
            assertThat(train(SMALL.withSeed(2)).constant())
                    .isNotEqualTo(train(SMALL).constant());
        }

        @Test
        void givesAnotherGraphForAnotherTableAlone() {
            Packing packing = new Packing(model.owners().nGrams().fingerprintBits());
            float[] levels = new float[packing.levels()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = i;
            }
            Codebook codebook = new Codebook(levels);
            float[] weights = new float[model.weights().length];
            ModelProto zeros =
                    LogisticGraph.of(model.withWeights(weights), codebook).graph();
            float[] others = weights.clone();
            others[0] = 1;

            assertThat(LogisticGraph.of(model.withWeights(others), codebook).graph())
                    .isNotEqualTo(zeros);
        }
    }

    private static GraphFiles train(Hyperparameters hyperparameters) {
        return LogisticTraining.train(CORPUS, hyperparameters, Progress.SILENT);
    }

    private static Path written(Hyperparameters hyperparameters, Path folder) throws IOException {
        train(hyperparameters).write(folder, "model.onnx");
        return folder.resolve("model.onnx");
    }

    private record Answer(float[] probability, float[][] contributions, float[] bias) {}

    private Answer ask(String... texts) throws OrtException {
        return ask(session, texts);
    }

    private Answer ask(OrtSession open, String... texts) throws OrtException {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, texts);
                OrtSession.Result result = open.run(Map.of("text", input))) {
            return new Answer(
                    (float[]) result.get("probability").orElseThrow().getValue(),
                    (float[][]) result.get("contributions").orElseThrow().getValue(),
                    (float[]) result.get("bias").orElseThrow().getValue());
        }
    }
}
