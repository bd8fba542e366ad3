package humeur.benchmark.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** One caller's latencies, each kept, so that percentiles are exact. For one thread. */
public final class Latencies {
    private long[] nanos = new long[1 << 12];
    private int count;

    public void add(long latencyNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = latencyNanos;
    }

    public int count() {
        return count;
    }

    /** All in milliseconds, in no particular order. */
    public static double[] milliseconds(Collection<Latencies> all) {
        double nanosPerMilli = Duration.ofMillis(1).toNanos();
        return all.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos, 0, one.count))
                .mapToDouble(latency -> latency / nanosPerMilli)
                .toArray();
    }
}
