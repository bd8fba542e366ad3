package humeur.benchmark.overhead;

import humeur.benchmark.http.HttpAnswer;
import humeur.benchmark.http.HttpConnection;
import humeur.benchmark.http.HttpRequest;
import humeur.benchmark.process.RunningCandidate;
import humeur.benchmark.report.Distribution;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;

/** A caller alone on a kept connection, who reads what the service says of its own time. */
final class OneCaller implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final double NANOS_PER_MILLI = 1e6;

    private final RunningCandidate service;
    private final List<HttpRequest> requests;
    private final String expected;
    private final HttpConnection connection;

    /** @param expected ASCII characters that every answer's body has to hold */
    OneCaller(RunningCandidate service, List<HttpRequest> requests, String expected) {
        this.service = service;
        this.requests = List.copyOf(requests);
        this.expected = expected;
        try {
            this.connection = service.connect(LONGEST_WAIT);
        } catch (IOException e) {
            throw service.failed("takes no connection: " + e.getMessage());
        }
    }

    /** @throws humeur.benchmark.process.CandidateFailedException if a request fails */
    HttpTurn run(Duration duration) {
        var latencies = DoubleStream.builder();
        var totals = DoubleStream.builder();
        var models = DoubleStream.builder();
        long endNanos = System.nanoTime() + duration.toNanos();
        for (int next = 0; System.nanoTime() < endNanos; next++) {
            long askedNanos = System.nanoTime();
            HttpAnswer answer = ask(requests.get(next % requests.size()));
            latencies.add((System.nanoTime() - askedNanos) / NANOS_PER_MILLI);
            ServerTiming timing = timing(answer);
            totals.add(timing.total());
            models.add(timing.model());
        }
        return new HttpTurn(of(latencies), of(totals), of(models));
    }

    private static Distribution of(DoubleStream.Builder values) {
        return Distribution.of(values.build().toArray());
    }

    private HttpAnswer ask(HttpRequest request) {
        try {
            return connection.exchange(request);
        } catch (IOException e) {
            throw service.failed("breaks the connection: " + e.getMessage());
        }
    }

    private ServerTiming timing(HttpAnswer answer) {
        if (answer.status() != 200 || !answer.holds(expected)) {
            throw service.failed(
                    "answers with %d where %s is due: %.200s".formatted(answer.status(), expected, answer.text()));
        }
        try {
            return ServerTiming.parse(answer.serverTiming());
        } catch (IllegalArgumentException e) {
            throw service.failed("answers with " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw service.failed("does not let go: " + e.getMessage());
        }
    }
}
