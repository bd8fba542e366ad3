package humeur.api;

import static java.util.Objects.requireNonNull;

import humeur.telemetry.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An exchange from its beginning on.
 *
 * @param start when the request's head had been read
 * @param nanos the same by {@link System#nanoTime()}
 * @param requestId the caller's, or one made up
 */
record Begun(Instant start, long nanos, String requestId) {
    Begun {
        requireNonNull(start, "start is null");
        requireNonNull(requestId, "requestId is null");
    }

    /** @param sentId the header {@link RequestIds#HEADER} as it was sent */
    static Begun now(Optional<String> sentId) {
        return new Begun(Instant.now(), System.nanoTime(), RequestIds.keptOrMade(sentId));
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** What every answer carries beside its own headers. */
    Map<String, String> headers(Outcome outcome) {
        return Map.of(RequestIds.HEADER, requestId, ServerTiming.HEADER, ServerTiming.of(outcome, elapsed()));
    }
}
