package humeur.benchmark.overhead;

import humeur.benchmark.report.Distribution;
import java.time.Duration;

/**
 * A turn of the model driven directly.
 *
 * @param cpu what the process used meanwhile
 * @param latencies in ms, one a call
 */
record DirectTurn(Duration elapsed, Duration cpu, Distribution latencies) {
    private static final double NANOS_PER_SECOND = 1e9;

    DirectTurn(Duration elapsed, Duration cpu, double[] milliseconds) {
        this(elapsed, cpu, Distribution.of(milliseconds));
    }

    double callsPerSecond() {
        return latencies.count() * NANOS_PER_SECOND / elapsed.toNanos();
    }
}
