package humeur.telemetry.appinsights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/**
 * Writes envelopes in the form of Application Insights' schema, version 2 (Azure's {@code ApplicationInsights-dotnet},
 * {@code BASE/Schema/PublicSchema}).
 */
final class EnvelopeWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String instrumentationKey;
    private final Map<String, String> tags;

    /** @param tags of every envelope, such as {@code ai.cloud.role} */
    EnvelopeWriter(String instrumentationKey, Map<String, String> tags) {
        this.instrumentationKey = instrumentationKey;
        this.tags = tags;
    }

    /** Writes the fields of the base data after {@code ver}. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * One envelope.
     *
     * @param type such as {@code Event}; its base data's type is that and {@code Data}
     * @param own tags of this envelope alone
     */
    byte[] write(String type, Instant time, Map<String, String> own, Content data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("ver", 1);
            json.writeStringField("name", "Microsoft.ApplicationInsights." + type);
            json.writeStringField("time", time.toString());
            json.writeStringField("iKey", instrumentationKey);
            json.writeObjectFieldStart("tags");
            writeStrings(json, tags);
            writeStrings(json, own);
            json.writeEndObject();
            json.writeObjectFieldStart("data");
            json.writeStringField("baseType", type + "Data");
            json.writeObjectFieldStart("baseData");
            json.writeNumberField("ver", 2);
            data.write(json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A ByteArrayOutputStream does not fail", e);
        }
        return bytes.toByteArray();
    }

    static void properties(JsonGenerator json, Map<String, String> properties) throws IOException {
        json.writeObjectFieldStart("properties");
        writeStrings(json, properties);
        json.writeEndObject();
    }

    static void measurements(JsonGenerator json, Map<String, ? extends Number> measurements) throws IOException {
        json.writeObjectFieldStart("measurements");
        for (Map.Entry<String, ? extends Number> measurement : measurements.entrySet()) {
            json.writeNumberField(measurement.getKey(), measurement.getValue().doubleValue());
        }
        json.writeEndObject();
    }

    private static void writeStrings(JsonGenerator json, Map<String, String> strings) throws IOException {
        for (Map.Entry<String, String> string : strings.entrySet()) {
            json.writeStringField(string.getKey(), string.getValue());
        }
    }
}
