package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request and its answer, without anything that the caller wrote.
 *
 * @param method one of the methods that HTTP defines, or {@code _OTHER}
 * @param route the template of the path, such as {@code /models/{name}}, never the path as it was sent
 * @param status the answer's status code
 * @param start when the request's head had been read
 * @param duration from then until the answer was written
 * @param origin where the request comes from
 * @param outcome what came of the texts
 */
public record Exchange(
        String method, String route, int status, Instant start, Duration duration, Origin origin, Outcome outcome) {
    /** The status of an exchange whose caller went before it was answered. */
    public static final int CALLER_GONE = 499;

    public Exchange {
        requireNonNull(method, "method is null");
        requireNonNull(route, "route is null");
        requireNonNull(start, "start is null");
        requireNonNull(duration, "duration is null");
        requireNonNull(origin, "origin is null");
        requireNonNull(outcome, "outcome is null");
    }

    /** Whether the caller marked it as a probe or a load test. */
    public boolean synthetic() {
        return origin.synthetic();
    }

    /** The Functions host's identifier of the invocation, where there is a host. */
    public Optional<String> invocation() {
        return origin.invocation();
    }
}
