package humeur.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodebookTest {
    @Test
    void keepsValuesExactlyWhenThereAreAsManyLevels() {
        float[] weights = {-2, 0, 0.5f, 3};

        float[] rounded = Codebook.fit(weights, met(5, 5, 5, 5), 4).rounded(weights);

        for (int i = 0; i < weights.length; i++) {
            assertThat(rounded[i]).isCloseTo(weights[i], within(1e-3f));
        }
    }

    @Test
    void keepsFrequentWeightsMoreExactly() {
        float[] weights = new float[2_000];
        int[] counts = new int[2_000];
        for (int i = 0; i < 1_000; i++) {
            weights[i] = i / 1_000f;
            counts[i] = 1_000;
            weights[1_000 + i] = 2 + i / 1_000f;
            counts[1_000 + i] = 1;
        }

        float[] rounded = Codebook.fit(weights, met(counts), 16).rounded(weights);

        assertThat(error(weights, rounded, 0)).isLessThan(error(weights, rounded, 1_000) / 2);
    }

    @Test
    void hasAscendingLevelsAndZeroAmongThem() {
        Random random = new Random(1);
        float[] weights = new float[1_000];
        int[] counts = new int[1_000];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
            counts[i] = 1;
        }

        Codebook codebook = Codebook.fit(weights, met(counts), 32);

        assertThat(codebook.levels()).hasSize(32).isSorted().contains(0);
        assertThat(codebook.rounded(weights)[7]).isCloseTo(weights[7], within(0.2f));
    }

    private static double error(float[] weights, float[] rounded, int from) {
        double sum = 0;
        for (int i = from; i < from + 1_000; i++) {
            sum += Math.abs(weights[i] - rounded[i]);
        }
        return sum;
    }

    private static BucketStatistics met(int... counts) {
        return new BucketStatistics(counts, new int[counts.length]);
    }
}
