package humeur.training.evaluation;

/** The share of texts whose label is predicted right. */
final class Accuracy {
    private Accuracy() {}

    static Interval of(Predictions predictions, double threshold) {
        int correct = 0;
        for (int i = 0; i < predictions.size(); i++) {
            correct += predictions.correct(i, threshold) ? 1 : 0;
        }
        return wilson(correct, predictions.size());
    }

    /** The score interval for a proportion (Wilson 1927). */
    static Interval wilson(int successes, int trials) {
        double n = trials;
        double p = successes / n;
        double z2 = Interval.Z * Interval.Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Interval.Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(p, centre - half, centre + half).within(0, 1);
    }
}
