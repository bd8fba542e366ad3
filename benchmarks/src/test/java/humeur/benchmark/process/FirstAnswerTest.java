package humeur.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.FixtureService;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.candidate.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FirstAnswerTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ChildProcesses children = new ChildProcesses();

    @AfterEach
    void stop() {
        children.close();
    }

    private Duration firstAnswer(Candidate candidate, Duration timeout) {
        try (RunningCandidate running = RunningCandidate.start(children, candidate)) {
            return new FirstAnswer(timeout).await(running);
        }
    }

    private static Candidate command(String... command) {
        return new Candidate("other", List.of(command), Path.of("").toAbsolutePath(), Map.of(), Probe.PREDICTION);
    }

    @Nested
    class A_right_answer {
        @Test
        void ends_the_wait() {
            assertThat(firstAnswer(FixtureService.answering(FixtureService.RIGHT), LONG))
                    .isPositive()
                    .isLessThan(LONG);
        }

        @Test
        void is_waited_for_while_the_service_says_that_it_is_not_ready() {
            Candidate late =
                    FixtureService.answering(FixtureService.NOT_READY, FixtureService.NOT_READY, FixtureService.RIGHT);
            assertThat(firstAnswer(late, LONG)).isPositive();
        }
    }

    @Nested
    class A_failure {
        @Test
        void is_an_answer_that_calls_the_text_negative() {
            assertThatThrownBy(() -> firstAnswer(FixtureService.answering(FixtureService.WRONG), LONG))
                    .isInstanceOf(CandidateFailedException.class)
                    .hasMessageContaining("fixture is wrong: POST /predict/ HTTP/1.1 was answered with 200: {")
                    .hasMessageContaining("Negative");
        }

        @Test
        void is_something_that_is_not_HTTP() {
            assertThatThrownBy(() -> firstAnswer(FixtureService.answering("SSH-2.0-OpenSSH\n"), LONG))
                    .isInstanceOf(CandidateFailedException.class)
                    .hasMessageContaining("does not speak HTTP: not an HTTP/1.x status line: SSH-2.0-OpenSSH");
        }

        @Test
        void is_never_to_be_ready_and_says_what_the_service_said_last() {
            assertThatThrownBy(() ->
                            firstAnswer(FixtureService.answering(FixtureService.NOT_READY), Duration.ofSeconds(2)))
                    .isInstanceOf(CandidateFailedException.class)
                    .hasMessageContaining("no right answer within 2 s")
                    .hasMessageContaining("the model is loading");
        }

        @Test
        void is_a_port_that_never_opens() {
            assertThatThrownBy(() -> firstAnswer(command("sleep", "60"), Duration.ofMillis(200)))
                    .isInstanceOf(CandidateFailedException.class)
                    .hasMessageContaining("Connection refused");
        }

        @Test
        void is_a_process_that_dies_and_shows_what_it_printed() {
            assertThatThrownBy(() -> firstAnswer(command("sh", "-c", "echo no model here >&2; exit 7"), LONG))
                    .isInstanceOf(CandidateFailedException.class)
                    .hasMessageContaining("has ended with exit code 7")
                    .hasMessageContaining("no model here");
        }

        @Test
        void is_a_program_that_does_not_exist() {
            assertThatThrownBy(() -> firstAnswer(command("./no-such-program"), LONG))
                    .isInstanceOf(CandidateFailedException.class)
                    .hasMessageContaining("could not be started")
                    .hasMessageContaining("./no-such-program");
        }
    }
}
