package humeur.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.FixtureService;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.candidate.JavaProgram;
import humeur.benchmark.candidate.Probe;
import humeur.benchmark.http.HttpRequest;
import humeur.benchmark.process.CandidateFailedException;
import humeur.benchmark.process.ChildProcesses;
import humeur.benchmark.process.FirstAnswer;
import humeur.benchmark.process.RunningCandidate;
import humeur.benchmark.report.Distribution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    private static final Duration SLICE = Duration.ofMillis(300);
    private static final Candidate CONSTANT = new Candidate(
            "floor",
            JavaProgram.command(ConstantServer.class, "{port}"),
            Path.of("").toAbsolutePath(),
            Map.of(),
            Probe.PREDICTION);

    private final ChildProcesses children = new ChildProcesses();

    @AfterEach
    void stop() {
        children.close();
    }

    private LoadSlice load(Candidate candidate, int callers) {
        var loop = new ClosedLoop(List.of(HttpRequest.prediction("one"), HttpRequest.prediction("two")));
        try (RunningCandidate running = RunningCandidate.start(children, candidate)) {
            new FirstAnswer(Duration.ofSeconds(30)).await(running);
            return loop.run(running, callers, SLICE);
        }
    }

    @Test
    void every_caller_asks_as_long_as_it_should() {
        LoadSlice slice = load(CONSTANT, 3);
        assertThat(slice.tallies())
                .hasSize(3)
                .allSatisfy(tally -> assertThat(tally.latencies().count()).isGreaterThan(10));
        assertThat(slice.elapsed()).isGreaterThanOrEqualTo(SLICE);
        assertThat(slice.errors()).isZero();
    }

    @Test
    void a_latency_is_kept_for_every_request() {
        LoadSlice slice = load(CONSTANT, 2);
        double[] latencies = Latencies.milliseconds(
                slice.tallies().stream().map(CallerTally::latencies).toList());
        assertThat(latencies).hasSize(slice.requests());
        assertThat(Distribution.of(latencies).min()).isPositive();
    }

    @Test
    void a_connection_that_the_service_closes_is_opened_anew() {
        assertThat(load(FixtureService.answering(FixtureService.RIGHT), 1).requests())
                .isGreaterThan(2);
    }

    @Test
    void an_answer_other_than_200_fails_the_run() {
        assertThatThrownBy(() -> load(FixtureService.answering(FixtureService.RIGHT, FixtureService.NOT_READY), 1))
                .isInstanceOf(CandidateFailedException.class)
                .hasMessageContaining("fixture under load answered with 503")
                .hasMessageContaining("the model is loading");
    }

    @Test
    void a_broken_connection_fails_the_run() {
        assertThatThrownBy(() -> load(FixtureService.answering(FixtureService.RIGHT, "HTTP/1.1 200 OK\r\n"), 1))
                .isInstanceOf(CandidateFailedException.class)
                .hasMessageContaining("the connection broke");
    }
}
