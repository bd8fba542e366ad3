package humeur.training.evaluation;

import java.util.Arrays;

/**
 * Two models on the same texts. Pairing removes what makes a text hard for both, so far smaller differences show than the
 * models' own intervals suggest.
 *
 * @param onlyFirst texts that only the first model got right
 * @param onlySecond texts that only the second model got right
 * @param accuracy the first model's accuracy less the second's
 * @param auc the first model's area under the ROC curve less the second's (DeLong, DeLong and Clarke-Pearson 1988)
 */
public record PairedComparison(int onlyFirst, int onlySecond, Interval accuracy, Interval auc) {
    /** Compares predictions of the same texts in the same order. */
    public static PairedComparison of(Predictions first, Predictions second) {
        if (!Arrays.equals(first.labels(), second.labels())) {
            throw new IllegalArgumentException("The two predictions are not of the same texts: their labels differ");
        }
        int n = first.size();
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int i = 0; i < n; i++) {
            boolean a = first.correct(i, Metrics.THRESHOLD);
            boolean b = second.correct(i, Metrics.THRESHOLD);
            onlyFirst += a && !b ? 1 : 0;
            onlySecond += b && !a ? 1 : 0;
        }
        double difference = (onlyFirst - onlySecond) / (double) n;
        double variance = ((onlyFirst + onlySecond) / (double) n - difference * difference) / n;
        return new PairedComparison(
                onlyFirst, onlySecond, Interval.normal(difference, Math.sqrt(variance)), auc(first, second));
    }

    /** Whether the difference in accuracy is larger than chance explains, at 95 %. */
    public boolean decided() {
        return accuracy.low() > 0 || accuracy.high() < 0;
    }

    private static Interval auc(Predictions first, Predictions second) {
        RocAuc a = RocAuc.of(first);
        RocAuc b = RocAuc.of(second);
        double[] differences = new double[first.size()];
        Arrays.setAll(differences, i -> a.placements()[i] - b.placements()[i]);
        return Interval.normal(a.area() - b.area(), RocAuc.standardError(first.labels(), differences));
    }

    @Override
    public String toString() {
        return """
                only the first right   %d
                only the second right  %d
                accuracy difference    %s%s
                AUC difference         %s""".formatted(onlyFirst, onlySecond, accuracy, decided() ? "" : ", undecided", auc);
    }
}
