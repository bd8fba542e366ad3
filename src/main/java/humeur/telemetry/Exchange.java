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
 * @param synthetic whether the caller marked it as a probe or a load test
 * @param invocation the Functions host's identifier of the invocation, where there is a host
 * @param outcome what came of the texts
 */
public record Exchange(
        String method,
        String route,
        int status,
        Instant start,
        Duration duration,
        boolean synthetic,
        Optional<String> invocation,
        Outcome outcome) {
    public Exchange {
        requireNonNull(method, "method is null");
        requireNonNull(route, "route is null");
        requireNonNull(start, "start is null");
        requireNonNull(duration, "duration is null");
        requireNonNull(invocation, "invocation is null");
        requireNonNull(outcome, "outcome is null");
    }
}
