package humeur.benchmark.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.benchmark.load.CallerTally;
import humeur.benchmark.load.LoadKey;
import humeur.benchmark.load.LoadResults;
import humeur.benchmark.load.LoadSlice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetryBoundsTest {
    /** One latency a round, in µs, one round after the other. */
    private static LoadResults results(Map<String, List<Integer>> medians) {
        var results = new LoadResults();
        medians.forEach((name, micros) -> micros.forEach(one -> results.add(new LoadKey(name, 1), slice(one))));
        return results;
    }

    private static LoadResults results(int offAgain, int failing) {
        return results(Map.of(
                "off", List.of(1000, 1000),
                "off-again", List.of(1000, offAgain),
                "refusing", List.of(1000, 1000),
                "silent", List.of(1000, 1000),
                "failing", List.of(failing, failing),
                "healthy", List.of(3000, 3000)));
    }

    private static LoadSlice slice(int micros) {
        var tally = new CallerTally();
        tally.latencies().add(Duration.ofNanos(1_000L * micros).toNanos());
        return new LoadSlice(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, List.of(tally));
    }

    @Test
    void allow_what_equal_services_differ_by_and_a_margin() {
        assertThat(TelemetryBounds.bound(results(1100, 1000), 1)).isEqualTo(1.1 + TelemetryBounds.MARGIN);
        assertThat(TelemetryBounds.exceeded(results(1100, 1149))).isEmpty();
    }

    @Test
    void count_a_faster_equal_as_they_count_a_slower_one() {
        assertThat(TelemetryBounds.spread(results(800, 1000), 1)).isEqualTo(1.25);
    }

    @Test
    void are_exceeded_by_an_endpoint_that_is_felt() {
        assertThat(TelemetryBounds.exceeded(results(1100, 1160)))
                .containsExactly(
                        "failing, callers 1: a request takes 1.16 times as long as without telemetry; the bound is 1.15");
    }

    @Test
    void are_not_those_of_a_healthy_endpoint_which_takes_work() {
        assertThat(TelemetryBounds.exceeded(results(1000, 1000))).isEmpty();
    }
}
