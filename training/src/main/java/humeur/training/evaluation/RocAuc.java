package humeur.training.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The area under the receiver operating characteristic: the probability that a positive text is given more than a
 * negative one, a tie counting half. Its variance is that of DeLong, DeLong and Clarke-Pearson (1988), computed from
 * mid-ranks as in Sun and Xu (2014).
 *
 * @param area not a number if one of the labels is missing
 * @param placements for each text, the share of the texts of the other label that it is ranked rightly against
 */
record RocAuc(double area, double[] placements) {
    static RocAuc of(Predictions predictions) {
        float[] scores = predictions.probabilities();
        boolean[] labels = predictions.labels();
        double[] all = midRanks(scores, IntStream.range(0, scores.length).toArray());
        int[] positives = rows(labels, true);
        int[] negatives = rows(labels, false);
        double[] placements = new double[scores.length];
        place(placements, all, midRanks(scores, positives), positives, negatives.length, false);
        place(placements, all, midRanks(scores, negatives), negatives, positives.length, true);
        double area = IntStream.of(positives)
                .mapToDouble(row -> placements[row])
                .average()
                .orElse(Double.NaN);
        return new RocAuc(negatives.length == 0 ? Double.NaN : area, placements);
    }

    Interval interval(boolean[] labels) {
        return Interval.normal(area, standardError(labels, placements)).within(0, 1);
    }

    /** The standard error of the mean of placements, or of the difference of two models' placements. */
    static double standardError(boolean[] labels, double[] placements) {
        return Math.sqrt(
                varianceOfMean(rows(labels, true), placements) + varianceOfMean(rows(labels, false), placements));
    }

    private static void place(
            double[] placements, double[] all, double[] own, int[] rows, int others, boolean fromAbove) {
        for (int i = 0; i < rows.length; i++) {
            double below = (all[rows[i]] - own[i]) / others;
            placements[rows[i]] = fromAbove ? 1 - below : below;
        }
    }

    private static double varianceOfMean(int[] rows, double[] values) {
        int n = rows.length;
        double mean =
                IntStream.of(rows).mapToDouble(row -> values[row]).average().orElse(0);
        double squares = IntStream.of(rows)
                .mapToDouble(row -> (values[row] - mean) * (values[row] - mean))
                .sum();
        return n < 2 ? 0 : squares / (n - 1) / n;
    }

    private static int[] rows(boolean[] labels, boolean label) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
    }

    /** The rank of each row's score among the rows, from 1; ties share the middle of their ranks. */
    private static double[] midRanks(float[] scores, int[] rows) {
        int n = rows.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Float.compare(scores[rows[a]], scores[rows[b]]));
        double[] ranks = new double[n];
        int begin = 0;
        while (begin < n) {
            int end = begin;
            while (end < n && scores[rows[order[end]]] == scores[rows[order[begin]]]) {
                end++;
            }
            for (int i = begin; i < end; i++) {
                ranks[order[i]] = (begin + end + 1) / 2.0;
            }
            begin = end;
        }
        return ranks;
    }
}
