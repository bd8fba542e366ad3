package humeur.telemetry.alert;

import java.time.Duration;

/**
 * Several negatives within less than the window raise the alert: with three and five minutes, negatives at 0:00, 1:00 and
 * 4:59 do, and at 0:00, 1:00 and 5:00 do not.
 *
 * <p>A negative that completes such a group meets the rule. The first that does begins an episode; the episode goes on
 * until a whole window has passed without another that does, so that a steady flow of negatives is one episode and two
 * groups that have nothing to do with each other are two.
 *
 * <p>Times are readings of {@link System#nanoTime()}, which no correction of the wall clock touches; a reading before the
 * last one counts as the last one. Not safe for use by several threads at once.
 */
final class NegativeRule {
    /** The most that {@link #negatives} counts, and the largest threshold: what they take is 8 kB, whatever the load. */
    static final int MOST_COUNTED = 1_000;

    private final int threshold;
    private final long window;
    private final long[] times = new long[MOST_COUNTED];
    private long seen;
    private boolean met;
    private long lastMet;

    /**
     * @param threshold 1 to {@link #MOST_COUNTED}
     * @param window positive
     */
    NegativeRule(int threshold, Duration window) {
        if (threshold < 1 || threshold > MOST_COUNTED) {
            throw new IllegalArgumentException("threshold is %d, not 1 to %d".formatted(threshold, MOST_COUNTED));
        }
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("window is %s, not positive".formatted(window));
        }
        this.threshold = threshold;
        this.window = window.toNanos();
    }

    /** Takes note of a negative, and says whether an episode begins with it. */
    boolean negative(long time) {
        long now = notBefore(time);
        times[index(seen++)] = now;
        if (seen < threshold || now - times[index(seen - threshold)] >= window) {
            return false;
        }
        boolean begins = !raised(now);
        met = true;
        lastMet = now;
        return begins;
    }

    /** How many there were within the window that ends now; at most {@link #MOST_COUNTED}. */
    int negatives(long time) {
        long now = notBefore(time);
        int count = 0;
        while (count < Math.min(seen, MOST_COUNTED) && now - times[index(seen - 1 - count)] < window) {
            count++;
        }
        return count;
    }

    /** Whether an episode is going on. */
    boolean raised(long time) {
        return met && notBefore(time) - lastMet < window;
    }

    /** Readings are only comparable by their difference. */
    private long notBefore(long time) {
        if (seen == 0) {
            return time;
        }
        long last = times[index(seen - 1)];
        return time - last < 0 ? last : time;
    }

    private static int index(long number) {
        return (int) (number % MOST_COUNTED);
    }
}
