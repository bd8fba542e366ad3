package humeur.api;

import com.fasterxml.jackson.core.JsonGenerator;
import humeur.telemetry.AlertState;
import humeur.telemetry.LastHour;
import humeur.telemetry.Outcome;
import humeur.telemetry.Snapshot;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;

/** {@code GET /stats}: what this instance has predicted within the last hour; where there are several, each tells its own. */
@Singleton
class Stats {
    private static final double MEDIAN = 0.5;
    private static final double SLOWEST_PERCENT = 0.99;

    private final LastHour lastHour;
    private final AlertState alert;

    Stats(LastHour lastHour, AlertState alert) {
        this.lastHour = lastHour;
        this.alert = alert;
    }

    Answer answer() {
        Snapshot snapshot = lastHour.snapshot();
        String body = Json.object(json -> {
            json.writeStringField("scope", "instance");
            json.writeStringField("started", snapshot.started().toString());
            json.writeNumberField("window_seconds", LastHour.WINDOW.toSeconds());
            writePredictions(json, snapshot);
            writeDurations(json, snapshot);
            writeAlert(json, alert);
        });
        return new Answer(200, Map.of("Cache-Control", "no-store"), Answer.JSON, body, Outcome.NONE);
    }

    private static void writePredictions(JsonGenerator json, Snapshot snapshot) throws IOException {
        int predictions = snapshot.predictions();
        json.writeNumberField("predictions", predictions);
        json.writeNumberField("negatives", snapshot.negatives());
        json.writeFieldName("share_negative");
        writeOptional(
                json,
                predictions == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) snapshot.negatives() / predictions));
        json.writeArrayFieldStart("minutes");
        for (LastHour.Count minute : snapshot.minutes()) {
            json.writeStartArray();
            json.writeNumber(minute.predictions());
            json.writeNumber(minute.negatives());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void writeDurations(JsonGenerator json, Snapshot snapshot) throws IOException {
        json.writeNumberField("requests", snapshot.exchanges());
        json.writeObjectFieldStart("duration_ms");
        json.writeFieldName("p50");
        writeOptional(json, snapshot.duration(MEDIAN));
        json.writeFieldName("p99");
        writeOptional(json, snapshot.duration(SLOWEST_PERCENT));
        json.writeEndObject();
    }

    private static void writeAlert(JsonGenerator json, AlertState alert) throws IOException {
        json.writeObjectFieldStart("alert");
        json.writeBooleanField("raised", alert.raised());
        json.writeNumberField("negatives", alert.negatives());
        json.writeNumberField("threshold", alert.threshold());
        json.writeNumberField("window_seconds", alert.window().toSeconds());
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumber(value.getAsDouble());
        } else {
            json.writeNull();
        }
    }
}
