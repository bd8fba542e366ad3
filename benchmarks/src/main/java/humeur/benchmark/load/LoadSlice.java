package humeur.benchmark.load;

import java.time.Duration;
import java.util.List;

/**
 * A few seconds of load on one candidate.
 *
 * @param elapsed   from the first request to the last answer
 * @param cpu       what the candidate used meanwhile
 * @param callerCpu what this process used meanwhile, on the same machine
 */
public record LoadSlice(Duration elapsed, Duration cpu, Duration callerCpu, List<CallerTally> tallies) {
    private static final double NANOS_PER_SECOND = 1e9;

    public LoadSlice {
        tallies = List.copyOf(tallies);
    }

    public int requests() {
        return tallies.stream().mapToInt(tally -> tally.latencies().count()).sum();
    }

    public double requestsPerSecond() {
        return requests() * NANOS_PER_SECOND / elapsed.toNanos();
    }

    int errors() {
        return tallies.stream().mapToInt(CallerTally::errors).sum();
    }
}
