package humeur.training.logistic;

import java.util.Arrays;

/**
 * The few values that a weight is rounded to, so that a bucket takes one byte (Lloyd 1982; Max 1960): they minimise the
 * squared error over all features of the training part, so weights that are used often are kept more exactly.
 *
 * @param levels ascending; one of them is 0
 */
record Codebook(float[] levels) {
    private static final int BINS = 1 << 16;
    private static final int ITERATIONS = 50;

    /** @param size number of levels */
    static Codebook fit(float[] weights, BucketStatistics statistics, int size) {
        Histogram histogram = Histogram.of(weights, statistics);
        Codebook codebook = new Codebook(histogram.initialLevels(size));
        for (int i = 0; i < ITERATIONS; i++) {
            codebook = codebook.improved(histogram);
        }
        codebook.levels[codebook.code(0)] = 0;
        return codebook;
    }

    /** The index of the level that is nearest. */
    int code(float weight) {
        int low = 0;
        int high = levels.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weight > (levels[middle] + levels[middle + 1]) / 2) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    float[] rounded(float[] weights) {
        float[] rounded = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = levels[code(weights[i])];
        }
        return rounded;
    }

    private Codebook improved(Histogram histogram) {
        double[] sums = new double[levels.length];
        double[] counts = new double[levels.length];
        for (int bin = 0; bin < BINS; bin++) {
            if (histogram.counts[bin] > 0) {
                int level = code((float) (histogram.sums[bin] / histogram.counts[bin]));
                sums[level] += histogram.sums[bin];
                counts[level] += histogram.counts[bin];
            }
        }
        float[] improved = levels.clone();
        for (int level = 0; level < levels.length; level++) {
            if (counts[level] > 0) {
                improved[level] = (float) (sums[level] / counts[level]);
            }
        }
        Arrays.sort(improved);
        return new Codebook(improved);
    }

    /** Weights in equal bins, each counted as often as its bucket was met. */
    private record Histogram(double lowest, double width, double[] counts, double[] sums) {
        static Histogram of(float[] weights, BucketStatistics statistics) {
            double lowest = 0;
            double highest = 0;
            for (float weight : weights) {
                lowest = Math.min(lowest, weight);
                highest = Math.max(highest, weight);
            }
            double width = Math.max(highest - lowest, Float.MIN_NORMAL) / (BINS - 1);
            double[] counts = new double[BINS];
            double[] sums = new double[BINS];
            for (int bucket = 0; bucket < weights.length; bucket++) {
                int bin = (int) ((weights[bucket] - lowest) / width);
                int occurrences = statistics.occurrences(bucket);
                counts[bin] += occurrences;
                sums[bin] += (double) occurrences * weights[bucket];
            }
            return new Histogram(lowest, width, counts, sums);
        }

        /** The best density of levels is the cube root of the weights' density (Panter and Dite 1951). */
        float[] initialLevels(int size) {
            double[] cumulated = new double[BINS];
            double total = 0;
            for (int bin = 0; bin < BINS; bin++) {
                total += StrictMath.cbrt(counts[bin]);
                cumulated[bin] = total;
            }
            float[] initial = new float[size];
            int bin = 0;
            for (int level = 0; level < size; level++) {
                while (bin < BINS - 1 && cumulated[bin] < total * (level + 0.5) / size) {
                    bin++;
                }
                initial[level] = (float) (lowest + width * bin);
            }
            return initial;
        }
    }
}
