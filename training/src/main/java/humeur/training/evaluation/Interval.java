package humeur.training.evaluation;

import java.util.Locale;

/**
 * An estimate and its 95 % confidence interval.
 *
 * @param value the estimate
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
    /** The 97.5 % quantile of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    /** Wald's interval, value ± Z · standard error. */
    static Interval normal(double value, double standardError) {
        return new Interval(value, value - Z * standardError, value + Z * standardError);
    }

    /** The part of this interval that lies between the least and the greatest value possible. */
    Interval within(double least, double greatest) {
        return new Interval(value, Math.max(least, low), Math.min(greatest, high));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f (%.4f to %.4f)", value, low, high);
    }
}
