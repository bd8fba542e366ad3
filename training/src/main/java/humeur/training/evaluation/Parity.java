package humeur.training.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How far a served model is from what was trained.
 *
 * @param texts number of texts compared
 * @param labelFlips texts whose label differs
 * @param largestDifference between the two probabilities of a text
 */
public record Parity(int texts, int labelFlips, double largestDifference) {
    /** The largest difference that passes. */
    public static final double TOLERANCE = 1e-5;

    /** Asks both for P(positive) of each raw text. */
    public static Parity of(List<String> texts, ToDoubleFunction<String> served, ToDoubleFunction<String> trained) {
        int flips = 0;
        double largest = 0;
        for (String text : texts) {
            double a = served.applyAsDouble(text);
            double b = trained.applyAsDouble(text);
            flips += a >= Metrics.THRESHOLD == b >= Metrics.THRESHOLD ? 0 : 1;
            largest = Math.max(largest, Double.isNaN(a) ? Double.POSITIVE_INFINITY : Math.abs(a - b));
        }
        return new Parity(texts.size(), flips, largest);
    }

    /** Compares predictions of the same texts in the same order. */
    public static Parity of(Predictions served, Predictions trained) {
        if (served.size() != trained.size()) {
            throw new IllegalArgumentException("%d predictions against %d".formatted(served.size(), trained.size()));
        }
        int flips = 0;
        double largest = 0;
        for (int i = 0; i < served.size(); i++) {
            double a = served.probabilities()[i];
            double b = trained.probabilities()[i];
            flips += a >= Metrics.THRESHOLD == b >= Metrics.THRESHOLD ? 0 : 1;
            largest = Math.max(largest, Double.isNaN(a) ? Double.POSITIVE_INFINITY : Math.abs(a - b));
        }
        return new Parity(served.size(), flips, largest);
    }

    public boolean holds() {
        return holds(TOLERANCE);
    }

    /** Whether no label differs, and no probability by more than this. */
    public boolean holds(double tolerance) {
        return labelFlips == 0 && largestDifference <= tolerance;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "texts               %d%nlabel flips         %d%nlargest difference  %.1e (%.0e allowed)",
                texts,
                labelFlips,
                largestDifference,
                TOLERANCE);
    }
}
