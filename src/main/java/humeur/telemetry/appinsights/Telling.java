package humeur.telemetry.appinsights;

import com.fasterxml.jackson.core.JsonGenerator;
import humeur.sentiment.Sentiment;
import humeur.telemetry.Exchange;
import humeur.telemetry.Failure;
import humeur.telemetry.Predicted;
import humeur.telemetry.Started;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns what happened into envelopes. Of an exchange: a request, unless the Functions host tells of it; an event for each prediction,
 * and a warning too if it is negative; an event for each kind of refusal; an exception for a failure of ours.
 */
final class Telling {
    private static final String WARNING = "Warning";
    private static final String ERROR = "Error";

    private final EnvelopeWriter writer;
    private final String commit;
    private final boolean requests;

    /**
     * @param commit of this build
     * @param requests whether requests are told of
     */
    Telling(EnvelopeWriter writer, String commit, boolean requests) {
        this.writer = writer;
        this.commit = commit;
        this.requests = requests;
    }

    /** How many envelopes an exchange becomes. */
    int count(Exchange exchange) {
        long negatives = exchange.outcome().predictions().stream()
                .filter(Telling::isNegative)
                .count();
        long refusals = exchange.outcome().refusals().stream().distinct().count();
        return (requests ? 1 : 0)
                + exchange.outcome().predictions().size()
                + (int) (negatives + refusals)
                + (exchange.outcome().failure().isPresent() ? 1 : 0);
    }

    List<byte[]> exchange(Exchange exchange) {
        Operation operation = Operation.of(exchange.origin(), requests);
        Map<String, String> tags = operation.tags(exchange);
        Map<String, String> facts = Facts.of(exchange);
        Instant end = exchange.start().plus(exchange.duration());
        List<byte[]> envelopes = new ArrayList<>();
        operation
                .request()
                .ifPresent(id -> envelopes.add(writer.write(
                        "Request",
                        exchange.start(),
                        operation.requestTags(exchange),
                        json -> request(json, exchange, id))));
        for (Predicted predicted : exchange.outcome().predictions()) {
            Map<String, String> properties = Facts.of(exchange, predicted, commit);
            Map<String, Double> measured = Facts.measured(exchange, predicted);
            envelopes.add(
                    writer.write("Event", end, tags, json -> event(json, "SentimentPredicted", properties, measured)));
            if (isNegative(predicted)) {
                String message = "Negative sentiment, probability of a positive text "
                        + Math.round(predicted.probability() * 1e3) / 1e3;
                envelopes.add(writer.write("Message", end, tags, json -> message(json, message, properties)));
            }
        }
        counted(exchange.outcome().refusals()).forEach((kind, count) -> {
            Map<String, String> properties = with(facts, "error.type", kind);
            envelopes.add(writer.write(
                    "Event", end, tags, json -> event(json, "Refused", properties, Map.of("count", count))));
        });
        exchange.outcome()
                .failure()
                .ifPresent(failure ->
                        envelopes.add(writer.write("Exception", end, tags, json -> exception(json, failure, facts))));
        return envelopes;
    }

    List<byte[]> started(Started started, Instant at) {
        Map<String, String> properties = Map.of("model.name", started.model(), "model.version", started.modelVersion());
        return List.of(
                metric("humeur.model.open.duration", Facts.seconds(started.open()), at, properties),
                metric("humeur.cold_start.duration", Facts.seconds(started.coldStart()), at, properties));
    }

    List<byte[]> dropped(long envelopes, Instant at) {
        Map<String, String> properties = Map.of("dropped", Long.toString(envelopes));
        return List.of(
                metric("humeur.telemetry.dropped", envelopes, at, Map.of()),
                writer.write(
                        "Message",
                        at,
                        Map.of(),
                        json -> message(json, envelopes + " envelopes of telemetry were dropped", properties)));
    }

    byte[] metric(String name, double value, Instant at, Map<String, String> properties) {
        return writer.write("Metric", at, Map.of(), json -> {
            json.writeArrayFieldStart("metrics");
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeNumberField("value", value);
            json.writeNumberField("count", 1);
            json.writeEndObject();
            json.writeEndArray();
            EnvelopeWriter.properties(json, properties);
        });
    }

    private static void request(JsonGenerator json, Exchange exchange, String id) throws IOException {
        json.writeStringField("id", id);
        json.writeStringField("name", Operation.name(exchange));
        json.writeStringField("duration", duration(exchange.duration()));
        json.writeStringField("responseCode", Integer.toString(exchange.status()));
        json.writeBooleanField("success", exchange.status() < 400);
        EnvelopeWriter.properties(json, Facts.of(exchange));
        EnvelopeWriter.measurements(json, Map.of("units", exchange.outcome().units()));
    }

    private static void event(
            JsonGenerator json, String name, Map<String, String> properties, Map<String, ? extends Number> measured)
            throws IOException {
        json.writeStringField("name", name);
        EnvelopeWriter.properties(json, properties);
        EnvelopeWriter.measurements(json, measured);
    }

    private static void message(JsonGenerator json, String message, Map<String, String> properties) throws IOException {
        json.writeStringField("message", message);
        json.writeStringField("severityLevel", WARNING);
        EnvelopeWriter.properties(json, properties);
    }

    private static void exception(JsonGenerator json, Failure failure, Map<String, String> properties)
            throws IOException {
        json.writeArrayFieldStart("exceptions");
        json.writeStartObject();
        json.writeStringField("typeName", failure.type());
        // The field has to be there, and the exception's own message might hold a text.
        json.writeStringField("message", failure.type());
        json.writeBooleanField("hasFullStack", true);
        json.writeArrayFieldStart("parsedStack");
        int level = 0;
        for (StackTraceElement frame : failure.stack()) {
            json.writeStartObject();
            json.writeNumberField("level", level++);
            json.writeStringField("method", frame.getClassName() + "." + frame.getMethodName());
            json.writeNumberField("line", Math.max(0, frame.getLineNumber()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("severityLevel", ERROR);
        EnvelopeWriter.properties(json, properties);
    }

    private static boolean isNegative(Predicted predicted) {
        return predicted.sentiment() == Sentiment.NEGATIVE;
    }

    private static Map<String, Integer> counted(List<String> kinds) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return counts;
    }

    private static Map<String, String> with(Map<String, String> facts, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return more;
    }

    /** {@code DD.HH:MM:SS.MMMMMM}. */
    static String duration(Duration duration) {
        return String.format(
                Locale.ROOT,
                "%02d.%02d:%02d:%02d.%06d",
                duration.toDaysPart(),
                duration.toHoursPart(),
                duration.toMinutesPart(),
                duration.toSecondsPart(),
                duration.toNanosPart() / 1_000);
    }
}
