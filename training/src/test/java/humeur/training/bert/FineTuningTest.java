package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FineTuningTest {
    private static final TokenizedTexts TEXTS = TinyModel.texts(200, 6);

    private final BertClassifier classifier = new BertClassifier(TinyModel.weights(), AdamW.USUAL);
    private final FineTuning fineTuning = new FineTuning(classifier);
    private final Batch.Gatherer gatherer = new Batch.Gatherer(TEXTS, TinyModel.SHAPE.vocabulary());

    @AfterEach
    void close() {
        classifier.close();
    }

    private StepResult step(long step, int... rows) {
        return fineTuning.step(gatherer.gather(rows), 1e-3, step, 1);
    }

    private Map<String, float[]> values() {
        Map<String, float[]> copies = new TreeMap<>();
        classifier.state().forEach((name, buffer) -> copies.put(name, copy(buffer)));
        return copies;
    }

    private static float[] copy(FloatBuffer buffer) {
        float[] values = new float[buffer.limit()];
        buffer.get(0, values);
        return values;
    }

    private static int[] rows(boolean positive) {
        return IntStream.range(0, TEXTS.size())
                .filter(row -> TEXTS.labels()[row] == positive)
                .limit(8)
                .toArray();
    }

    @Test
    void lowersTheLossOfWhatItReads() {
        double before = loss(step(1, rows(true)));
        for (int i = 2; i < 30; i++) {
            step(i, rows(true));
        }

        assertThat(loss(step(30, rows(true)))).isLessThan(before);
    }

    @Test
    void givesTheSameWeightsForTheSameSteps() {
        step(1, rows(true));
        Map<String, float[]> once = values();
        try (BertClassifier other = new BertClassifier(TinyModel.weights(), AdamW.USUAL)) {
            new FineTuning(other).step(gatherer.gather(rows(true)), 1e-3, 1, 1);

            other.state()
                    .forEach((name, buffer) -> assertThat(copy(buffer)).as(name).isEqualTo(once.get(name)));
        }
    }

    @Test
    void changesNothingWhereTheLossIsNotFinite() {
        step(1, rows(false));
        int good = 5;
        int happy = 7;
        FloatBuffer words = classifier.words().values();
        words.put(good * TinyModel.SHAPE.hidden(), Float.NaN).put(happy * TinyModel.SHAPE.hidden(), Float.NaN);
        Map<String, float[]> before = values();

        assertThat(step(2, rows(true))).isInstanceOf(StepResult.Skipped.class);

        values().forEach((name, values) -> assertThat(values).as(name).isEqualTo(before.get(name)));
    }

    @Test
    void goesOnAfterAStepThatWasNotFinite() {
        int good = 5;
        int happy = 7;
        FloatBuffer words = classifier.words().values();
        words.put(good * TinyModel.SHAPE.hidden(), Float.NaN).put(happy * TinyModel.SHAPE.hidden(), Float.NaN);
        step(1, rows(true));

        assertThat(step(1, rows(false))).isInstanceOf(StepResult.Updated.class);
    }

    private static double loss(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Updated.class);
        return ((StepResult.Updated) result).loss();
    }
}
