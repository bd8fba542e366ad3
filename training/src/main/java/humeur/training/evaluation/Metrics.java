package humeur.training.evaluation;

/**
 * How well a model does on labelled texts.
 *
 * @param rows number of texts
 * @param accuracy share predicted right, with Wilson's interval
 * @param auc area under the ROC curve, with DeLong's interval
 * @param logLoss mean negative log-likelihood in nats
 */
public record Metrics(int rows, Interval accuracy, Interval auc, Interval logLoss) {
    /** The probability from which on a text counts as positive. */
    public static final double THRESHOLD = 0.5;

    public static Metrics of(Predictions predictions) {
        return new Metrics(
                predictions.size(),
                Accuracy.of(predictions, THRESHOLD),
                RocAuc.of(predictions).interval(predictions.labels()),
                LogLoss.of(predictions));
    }

    @Override
    public String toString() {
        return "rows      %d%naccuracy  %s%nAUC       %s%nlog-loss  %s".formatted(rows, accuracy, auc, logLoss);
    }
}
