package humeur.telemetry.appinsights;

import humeur.telemetry.Exchange;
import humeur.telemetry.Predicted;
import humeur.telemetry.TextFeatures;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names under which what is known is told: OpenTelemetry's where it has one, else in its form. */
final class Facts {
    private static final double NANOS_PER_MILLI = 1e6;

    private Facts() {}

    static Map<String, String> of(Exchange exchange) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("http.request.method", exchange.method());
        facts.put("http.route", exchange.route());
        facts.put("http.response.status_code", Integer.toString(exchange.status()));
        facts.put("request.id", exchange.origin().requestId());
        facts.put("synthetic", Boolean.toString(exchange.synthetic()));
        exchange.origin().consumer().ifPresent(consumer -> facts.put("consumer.id", consumer));
        // As the host calls it in the properties of its own telemetry.
        exchange.invocation().ifPresent(invocation -> facts.put("InvocationId", invocation));
        return facts;
    }

    static Map<String, String> of(Exchange exchange, Predicted predicted, String commit) {
        Map<String, String> facts = of(exchange);
        facts.put("prediction.id", predicted.id().toString());
        facts.put("sentiment.label", predicted.sentiment().label());
        facts.put("model.name", predicted.model());
        facts.put("model.version", predicted.modelVersion());
        facts.put("model.sha256", predicted.modelSha256());
        facts.put("vcs.ref.head.revision", commit);
        facts.put("explained", Boolean.toString(predicted.explained()));
        predicted.text().ifPresent(text -> facts.put("text.content", text));
        return facts;
    }

    static Map<String, Double> measured(Exchange exchange, Predicted predicted) {
        TextFeatures features = predicted.features();
        Map<String, Double> measured = new LinkedHashMap<>();
        measured.put("sentiment.probability", (double) predicted.probability());
        measured.put("text.length", (double) features.codePoints());
        measured.put("text.words", (double) features.words());
        measured.put("text.emoji", (double) features.emoji());
        measured.put("text.exclamation_marks", (double) features.exclamationMarks());
        measured.put("text.links", (double) features.links());
        measured.put("tokens.total", (double) predicted.tokensTotal());
        measured.put("tokens.used", (double) predicted.tokensUsed());
        measured.put("units", (double) predicted.units());
        measured.put("duration.tokenise_ms", millis(predicted.timing().tokenise()));
        measured.put("duration.infer_ms", millis(predicted.timing().infer()));
        measured.put("duration.total_ms", millis(exchange.duration()));
        return measured;
    }

    static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / (NANOS_PER_MILLI * 1e3);
    }
}
