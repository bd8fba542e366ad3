package humeur.benchmark.process;

import humeur.benchmark.candidate.Probe;
import humeur.benchmark.http.HttpAnswer;
import humeur.benchmark.http.HttpConnection;
import humeur.benchmark.http.MalformedAnswerException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a candidate's first right answer, asking again and again from the moment of exec. */
public final class FirstAnswer {
    // A fraction of a millisecond: short beside what is measured, and yet the poller leaves the CPU to the candidate.
    private static final Duration STEP = Duration.ofNanos(250_000);

    private final Duration timeout;

    /** @param timeout how long after exec a candidate may take */
    public FirstAnswer(Duration timeout) {
        this.timeout = timeout;
    }

    private sealed interface Attempt {
        record Answered(Duration sinceExec) implements Attempt {}

        record Failed(String why) implements Attempt {}
    }

    /**
     * The time from exec to the end of the first right answer.
     *
     * @throws CandidateFailedException if the candidate dies, answers wrongly, or not in time
     */
    public Duration await(RunningCandidate running) {
        while (true) {
            Attempt attempt = attempt(running);
            if (attempt instanceof Attempt.Answered answered) {
                return answered.sinceExec();
            }
            if (!running.isAlive()) {
                throw running.failed("died before its first right answer");
            }
            if (sinceExec(running).compareTo(timeout) > 0 && attempt instanceof Attempt.Failed failed) {
                throw running.failed(
                        "gave no right answer within %d s, at last: %s".formatted(timeout.toSeconds(), failed.why()));
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private Attempt attempt(RunningCandidate running) {
        Probe probe = running.candidate().probe();
        try (HttpConnection connection = running.connect(timeout)) {
            HttpAnswer answer = connection.exchange(probe.request());
            Duration sinceExec = sinceExec(running);
            String summary =
                    "%s was answered with %d: %.200s".formatted(probe.request().line(), answer.status(), answer.text());
            return switch (probe.judge(answer)) {
                case RIGHT -> new Attempt.Answered(sinceExec);
                case NOT_YET -> new Attempt.Failed(summary);
                case WRONG -> throw running.failed("is wrong: " + summary);
            };
        } catch (MalformedAnswerException e) {
            throw running.failed("does not speak HTTP: " + e.getMessage());
        } catch (IOException e) {
            // Nothing listens yet, or the connection broke: both are usual for a service that is starting.
            return new Attempt.Failed(e.getMessage());
        }
    }

    private static Duration sinceExec(RunningCandidate running) {
        return Duration.ofNanos(System.nanoTime() - running.execNanos());
    }
}
