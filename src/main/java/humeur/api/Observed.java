package humeur.api;

import humeur.telemetry.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Makes of a request and its answer what observers may know: nothing that the caller wrote. */
final class Observed {
    private static final String SYNTHETIC = "Humeur-Synthetic";
    private static final String INVOCATION = "X-Azure-Functions-InvocationId";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private Observed() {}

    static Exchange exchange(Request request, Answer answer, Instant start, Duration duration) {
        return new Exchange(
                METHODS.contains(request.method()) ? request.method() : "_OTHER",
                Contract.route(request.path()),
                answer.status(),
                start,
                duration,
                request.headers()
                        .first(SYNTHETIC)
                        .filter("true"::equalsIgnoreCase)
                        .isPresent(),
                request.headers().first(INVOCATION).filter(Observed::isUuid),
                answer.outcome());
    }

    /** A caller may send the header too where there is no host; only an identifier passes. */
    private static boolean isUuid(String value) {
        return value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
