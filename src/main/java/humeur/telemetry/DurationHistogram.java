package humeur.telemetry;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Counts durations in buckets whose width grows with the duration: 16 to each doubling, so that a percentile is at most 3.2 %
 * off, from 1 µs to more than an hour, in 2 KB. Not safe for use by several threads.
 */
final class DurationHistogram {
    private static final int BITS = 4;
    private static final int STEPS = 1 << BITS;
    private static final int DOUBLINGS = 28;
    private static final int BUCKETS = STEPS * (DOUBLINGS + 1);
    private static final double MICROS = 1_000.0;

    private final int[] counts = new int[BUCKETS];
    private int total;

    void add(Duration duration) {
        counts[bucket(Math.max(0, duration.toNanos() / 1_000))]++;
        total++;
    }

    void add(DurationHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    int total() {
        return total;
    }

    /**
     * The duration that this share of all stays within, in milliseconds; empty when there are none.
     *
     * @param share 0 to 1
     */
    OptionalDouble percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return OptionalDouble.of(middle(i) / MICROS);
            }
        }
        return OptionalDouble.empty();
    }

    /** Each microsecond up to 16 has a bucket of its own; from there on the five leading binary digits name it. */
    private static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) micros;
        }
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - BITS;
        int step = (int) (micros >>> doubling) - STEPS;
        return Math.min(BUCKETS - 1, STEPS * (doubling + 1) + step);
    }

    private static double middle(int bucket) {
        if (bucket < STEPS) {
            return bucket + 0.5;
        }
        int doubling = bucket / STEPS - 1;
        return (STEPS + bucket % STEPS + 0.5) * (1L << doubling);
    }
}
