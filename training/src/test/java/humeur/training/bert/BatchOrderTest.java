package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchOrderTest {
    private static final TokenizedTexts TEXTS = TinyModel.texts(1_003, 1);
    private static final int SIZE = 10;

    private static BatchOrder order(long seed) {
        return new BatchOrder(TEXTS, SIZE, seed);
    }

    private static int[] epoch(BatchOrder order, int epoch) {
        int steps = order.stepsPerEpoch();
        return IntStream.range(epoch * steps, (epoch + 1) * steps)
                .flatMap(step -> Arrays.stream(order.batch(step)))
                .toArray();
    }

    @Test
    void readsATextAtMostOnceInAnEpoch() {
        int[] epoch = epoch(order(1), 0);

        assertThat(epoch).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void isAnotherInEachEpochAndForEachSeed() {
        assertThat(epoch(order(1), 1)).isNotEqualTo(epoch(order(1), 0));
        assertThat(epoch(order(2), 0)).isNotEqualTo(epoch(order(1), 0));
    }

    @Test
    void followsFromTheStepAlone() {
        BatchOrder walked = order(1);
        IntStream.range(0, 150).forEach(walked::batch);

        assertThat(walked.batch(150)).isEqualTo(order(1).batch(150));
        assertThat(walked.batch(3)).isEqualTo(order(1).batch(3));
    }

    @Test
    void putsTextsOfAboutTheSameLengthTogether() {
        BatchOrder order = order(1);
        for (int step = 0; step < order.stepsPerEpoch(); step++) {
            int[] lengths =
                    Arrays.stream(order.batch(step)).map(TEXTS::length).sorted().toArray();

            assertThat(lengths[SIZE - 1] - lengths[0]).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void doesNotGoFromShortToLong() {
        BatchOrder order = order(1);

        assertThat(IntStream.range(0, 50)
                        .map(step -> TEXTS.length(order.batch(step)[0]))
                        .toArray())
                .isNotEqualTo(IntStream.range(0, 50)
                        .map(step -> TEXTS.length(order.batch(step)[0]))
                        .sorted()
                        .toArray());
    }

    @Test
    void refusesABatchLargerThanTheData() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchOrder(TEXTS, 1_004, 1));
    }
}
