package humeur.benchmark.load;

import humeur.benchmark.http.HttpAnswer;
import humeur.benchmark.http.HttpConnection;
import humeur.benchmark.http.HttpRequest;
import humeur.benchmark.process.RunningCandidate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One caller in a closed loop: it asks, waits for the answer, and asks again, over one connection for as long as the service
 * keeps it open.
 */
final class Caller implements Callable<CallerTally> {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final RunningCandidate service;
    private final List<HttpRequest> requests;
    private final String expected;
    private final long endNanos;
    private final CallerTally tally = new CallerTally();
    private int next;

    /**
     * @param expected what each answer has to hold
     * @param first    which request to begin with, so that callers do not all ask the same at the same time
     * @param endNanos of {@link System#nanoTime()}, after which nothing more is asked
     */
    Caller(RunningCandidate service, List<HttpRequest> requests, String expected, int first, long endNanos) {
        this.service = service;
        this.requests = requests;
        this.expected = expected;
        this.next = first;
        this.endNanos = endNanos;
    }

    @Override
    public CallerTally call() {
        while (System.nanoTime() < endNanos && tally.errors() < CallerTally.MOST_ERRORS) {
            try (HttpConnection connection = service.connect(LONGEST_WAIT)) {
                askUntilClosed(connection);
            } catch (IOException e) {
                tally.error("the connection broke: " + e.getMessage());
            }
        }
        return tally;
    }

    private void askUntilClosed(HttpConnection connection) throws IOException {
        boolean open = true;
        while (open && System.nanoTime() < endNanos) {
            HttpRequest request = requests.get(next++ % requests.size());
            long askedNanos = System.nanoTime();
            HttpAnswer answer = connection.exchange(request);
            tally.latencies().add(System.nanoTime() - askedNanos);
            if (answer.status() != OK || !answer.holds(expected)) {
                tally.error("answered with %d: %.200s".formatted(answer.status(), answer.text()));
            }
            open = answer.keepAlive();
        }
    }
}
