package humeur.benchmark.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How figures are written, everywhere the same. */
public final class Figures {
    /** What stands for a figure that there is not. */
    public static final String NONE = "-";

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private Figures() {}

    public static double milliseconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }

    /** Of a million bytes each. */
    public static double megabytes(long bytes) {
        return bytes / BYTES_PER_MEGABYTE;
    }

    /** With three significant digits or more, down to a thousandth. */
    public static String number(double value) {
        int decimals = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    public static String ratio(Optional<Double> ratio) {
        return ratio.map(Figures::number).orElse(NONE);
    }
}
