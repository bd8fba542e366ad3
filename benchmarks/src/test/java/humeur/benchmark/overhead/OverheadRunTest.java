package humeur.benchmark.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.candidate.Probe;
import humeur.benchmark.process.CandidateFailedException;
import humeur.benchmark.process.ChildProcesses;
import humeur.benchmark.process.FirstAnswer;
import humeur.benchmark.process.RunningCandidate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverheadRunTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SLICE = Duration.ofMillis(60);
    private static final OverheadPlan PLAN = new OverheadPlan("words", 3, 2, 2, 2, SLICE, SLICE);
    private static final List<String> TEXTS = List.of("one two", "one two three", "four", "four five six");

    private final ChildProcesses children = new ChildProcesses();

    @AfterEach
    void stop() {
        children.close();
    }

    private OverheadResults measure(Candidate humeur, Candidate alone, int wanted) {
        try (var service = RunningCandidate.start(children, humeur);
                var direct = RunningCandidate.start(children, alone)) {
            new FirstAnswer(TIMEOUT).await(service);
            List<String> texts = new TextsOfLength(PLAN.tokens()).among(TEXTS, wanted, service);
            assertThat(texts).allMatch(text -> text.split(" ").length == PLAN.tokens());
            return new OverheadRun(PLAN, TIMEOUT).measure(service, direct, texts);
        }
    }

    @Test
    void measures_both_sides_in_every_round() {
        OverheadResults results = measure(WordCounts.service(), WordCounts.direct(0), 2);
        assertThat(results.latencyRatio().count()).isEqualTo(2);
        assertThat(results.latencyRatio().min()).isPositive();
        assertThat(results.httpPerSecond().min()).isPositive();
        assertThat(results.directPerSecond().min())
                .isGreaterThan(results.httpPerSecond().max());
        assertThat(new OverheadReport(PLAN, results).table())
                .contains("of it in the service   0.050")
                .contains("of it in the model     0.030")
                .contains("over HTTP, 2 callers")
                .contains("direct, 2 threads");
    }

    @Test
    void fails_where_the_two_sides_count_differently() {
        assertThatThrownBy(() -> measure(WordCounts.service(), WordCounts.direct(1), 2))
                .isInstanceOf(CandidateFailedException.class)
                .hasMessageContaining("direct counts 4 tokens where the service counts 3: one two three");
    }

    @Test
    void fails_without_enough_texts_of_the_length() {
        assertThatThrownBy(() -> measure(WordCounts.service(), WordCounts.direct(0), 3))
                .isInstanceOf(CandidateFailedException.class)
                .hasMessageContaining("http finds 3 tokens in 2 of 4 texts, too few for 3");
    }

    @Test
    void fails_without_the_service_s_own_account() {
        assertThatThrownBy(() -> measure(WordCounts.service("total;dur=1"), WordCounts.direct(0), 2))
                .isInstanceOf(CandidateFailedException.class)
                .hasMessageContaining("not a prediction's Server-Timing: \"total;dur=1\"");
    }

    @Test
    void fails_when_the_model_does_not_open() {
        Candidate broken =
                new Candidate("direct", List.of("false"), Path.of("").toAbsolutePath(), Map.of(), Probe.PREDICTION);
        assertThatThrownBy(() -> measure(WordCounts.service(), broken, 2))
                .isInstanceOf(CandidateFailedException.class)
                .hasMessageContaining("does not open its port: it has ended with exit code 1");
    }
}
