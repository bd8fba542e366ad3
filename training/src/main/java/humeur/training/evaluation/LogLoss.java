package humeur.training.evaluation;

/** The mean negative log-likelihood of the labels, in nats. */
final class LogLoss {
    /** Probabilities are kept this far from 0 and 1, so that one certain mistake costs 16 nats, not infinity. */
    private static final double CLOSEST = 1e-7;

    private LogLoss() {}

    /** The interval is Wald's, from the standard deviation of the texts' own losses. */
    static Interval of(Predictions predictions) {
        int n = predictions.size();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double loss = loss(predictions.probabilities()[i], predictions.labels()[i]);
            sum += loss;
            squares += loss * loss;
        }
        double mean = sum / n;
        double variance = n < 2 ? 0 : Math.max(0, (squares - n * mean * mean) / (n - 1));
        return Interval.normal(mean, Math.sqrt(variance / n)).within(0, Double.MAX_VALUE);
    }

    private static double loss(double probability, boolean positive) {
        double p = Math.min(1 - CLOSEST, Math.max(CLOSEST, probability));
        return -Math.log(positive ? p : 1 - p);
    }
}
