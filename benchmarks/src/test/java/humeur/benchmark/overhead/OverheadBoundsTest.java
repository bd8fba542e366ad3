package humeur.benchmark.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.load.CallerTally;
import humeur.benchmark.load.LoadSlice;
import humeur.benchmark.options.UsageException;
import humeur.benchmark.overhead.OverheadResults.Round;
import humeur.benchmark.report.Distribution;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverheadBoundsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static OverheadResults results(double http, double direct, int requests) {
        var results = new OverheadResults();
        results.add(round(http, direct, requests));
        return results;
    }

    private static Round round(double http, double direct, int requests) {
        return new Round(
                new HttpTurn(Distribution.of(http), Distribution.of(http), Distribution.of(http)),
                new DirectTurn(SECOND, SECOND, Distribution.of(direct)),
                new LoadSlice(SECOND, Duration.ofMillis(1_200), Duration.ofMillis(60), List.of(tally(requests))),
                new DirectTurn(SECOND, SECOND, new double[500]));
    }

    private static CallerTally tally(int requests) {
        var tally = new CallerTally();
        for (int request = 0; request < requests; request++) {
            tally.latencies().add(1);
        }
        return tally;
    }

    private static OverheadPlan plan(String model, int tokens) {
        return new OverheadPlan(model, tokens, 1, 4, 2, SECOND, SECOND);
    }

    @Test
    void hold_up_to_the_last_bit() {
        assertThat(OverheadBounds.missed(results(1.5, 1, 250))).isEmpty();
    }

    @Test
    void are_missed_by_a_slow_service() {
        assertThat(OverheadBounds.missed(results(1.51, 1, 249)))
                .containsExactly(
                        "a request takes 1.51 times as long as the model alone; the bound is 1.50",
                        "249 requests/s are answered; the bound is 250");
    }

    @Test
    void compare_within_each_round() {
        OverheadResults results = results(1.2, 1, 300);
        results.add(round(90, 10, 300));
        results.add(round(1.3, 1, 300));
        assertThat(results.latencyRatio().median()).isEqualTo(1.3);
        assertThat(results.latencyRatio().max()).isEqualTo(9);
        assertThat(results.throughputRatio().median()).isEqualTo(0.6);
    }

    @Test
    void come_with_what_a_request_takes_of_the_processor() {
        OverheadResults results = results(1.2, 1, 300);
        assertThat(results.serviceCpu()).isEqualTo(4);
        assertThat(results.callerCpu()).isEqualTo(0.2);
        assertThat(results.directCpu()).isEqualTo(2);
    }

    @Test
    void are_those_of_the_default_model_at_16_tokens() {
        assertThatCode(() -> OverheadBounds.requireCheckable(plan("bert", 16))).doesNotThrowAnyException();
        assertThatThrownBy(() -> OverheadBounds.requireCheckable(plan("bert", 17)))
                .isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> OverheadBounds.requireCheckable(plan("logistic-regression", 16)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--check knows bounds for --model bert --tokens 16 only");
    }
}
