package humeur.benchmark.overhead;

import humeur.benchmark.report.Distribution;
import java.time.Duration;

/**
 * A turn of the model driven directly.
 *
 * @param latencies in ms, one a call
 */
record DirectTurn(Duration elapsed, Distribution latencies) {
    private static final double NANOS_PER_SECOND = 1e9;

    DirectTurn(Duration elapsed, double[] milliseconds) {
        this(elapsed, Distribution.of(milliseconds));
    }

    double callsPerSecond() {
        return latencies.count() * NANOS_PER_SECOND / elapsed.toNanos();
    }
}
