package humeur.api;

import humeur.telemetry.Exchange;
import humeur.telemetry.Origin;
import humeur.telemetry.Outcome;
import humeur.telemetry.TraceContext;
import humeur.telemetry.UuidForm;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes of a request and its answer what observers may know: nothing that the caller wrote. */
final class Observed {
    static final String INVOCATION = "X-Azure-Functions-InvocationId";

    private static final String SYNTHETIC = "Humeur-Synthetic";
    private static final String TRACE = "traceparent";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final Pattern CONSUMER = Pattern.compile("[A-Za-z0-9._:@-]{1,128}");

    private final Optional<String> consumerHeader;

    /** @param consumerHeader the header that a gateway in front sets to who is charged; callers must not reach past it */
    Observed(Optional<String> consumerHeader) {
        this.consumerHeader = consumerHeader;
    }

    Exchange exchange(Begun begun, Request request, int status, Outcome outcome) {
        return new Exchange(
                METHODS.contains(request.method()) ? request.method() : "_OTHER",
                Contract.route(request.path()),
                status,
                begun.start(),
                begun.elapsed(),
                origin(begun, request.headers()),
                outcome);
    }

    private Origin origin(Begun begun, Request.Headers headers) {
        return new Origin(
                begun.requestId(),
                consumerHeader.flatMap(headers::first).filter(value -> CONSUMER.matcher(value)
                        .matches()),
                // A caller may send this too where there is no host; only an identifier passes.
                headers.first(INVOCATION).filter(UuidForm::matches),
                headers.first(TRACE).flatMap(TraceContext::parse),
                headers.first(SYNTHETIC).filter("true"::equalsIgnoreCase).isPresent());
    }
}
