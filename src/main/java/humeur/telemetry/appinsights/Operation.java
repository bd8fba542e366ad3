package humeur.telemetry.appinsights;

import humeur.telemetry.Exchange;
import humeur.telemetry.Origin;
import humeur.telemetry.TraceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What ties the envelopes of an exchange together, and to those of others.
 *
 * @param id the caller's trace; behind the Functions host, which tells of the request itself, its invocation
 * @param parent what called this request, if that is known
 * @param request identifies the request; empty behind the host
 */
record Operation(String id, Optional<String> parent, Optional<String> request) {
    static Operation of(Origin origin, boolean tellsRequests) {
        if (!tellsRequests) {
            return new Operation(
                    origin.invocation().orElseGet(() -> random() + random()), Optional.empty(), Optional.empty());
        }
        return new Operation(
                origin.trace().map(TraceContext::traceId).orElseGet(() -> random() + random()),
                origin.trace().map(TraceContext::parentId),
                Optional.of(random()));
    }

    /** Of the request itself. */
    Map<String, String> requestTags(Exchange exchange) {
        return tags(exchange, parent);
    }

    /** Of what happened within it. */
    Map<String, String> tags(Exchange exchange) {
        return tags(exchange, request);
    }

    static String name(Exchange exchange) {
        return exchange.method() + " " + exchange.route();
    }

    private Map<String, String> tags(Exchange exchange, Optional<String> above) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("ai.operation.id", id);
        tags.put("ai.operation.name", name(exchange));
        above.ifPresent(value -> tags.put("ai.operation.parentId", value));
        if (exchange.synthetic()) {
            tags.put("ai.operation.syntheticSource", "Humeur-Synthetic");
        }
        return tags;
    }

    /** 16 hexadecimal digits. */
    private static String random() {
        String digits = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return "0".repeat(16 - digits.length()) + digits;
    }
}
