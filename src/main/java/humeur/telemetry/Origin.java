package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a request comes from; identifiers only, each of a bounded length.
 *
 * @param requestId the caller's {@code X-Request-Id}, or one that was made up
 * @param consumer who is charged, as the configured trusted header says; empty without one
 * @param invocation the Functions host's identifier of the invocation, where there is a host
 * @param trace the caller's trace
 * @param synthetic whether the caller marked the request as a probe or a load test
 */
public record Origin(
        String requestId,
        Optional<String> consumer,
        Optional<String> invocation,
        Optional<TraceContext> trace,
        boolean synthetic) {
    public Origin {
        requireNonNull(requestId, "requestId is null");
        requireNonNull(consumer, "consumer is null");
        requireNonNull(invocation, "invocation is null");
        requireNonNull(trace, "trace is null");
    }
}
