package humeur.api;

import com.fasterxml.jackson.core.JsonGenerator;
import humeur.sentiment.Explanation;
import humeur.sentiment.Explanation.Contribution;
import humeur.sentiment.Manifest;
import humeur.sentiment.Prediction;
import humeur.sentiment.Sentiment;
import java.io.IOException;
import java.util.UUID;

/** What became of one text. */
sealed interface ItemResult {
    /** What it costs; an error is free. */
    int units();

    /** Writes it as an item of a batch's {@code results}. */
    void write(JsonGenerator json) throws IOException;

    /** The answer when it was the only text. */
    Answer alone();

    record Predicted(UUID id, Manifest manifest, Prediction prediction) implements ItemResult {
        @Override
        public int units() {
            return Units.of(prediction);
        }

        @Override
        public Answer alone() {
            return new Answer(200, Units.header(units()), Answer.JSON, Json.write(this::write));
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            Sentiment sentiment = manifest.sentiment(prediction.probability());
            json.writeStartObject();
            json.writeStringField("id", id.toString());
            json.writeNumberField("prediction", sentiment.number());
            json.writeStringField("sentiment", sentiment.label());
            json.writeNumberField("probability", prediction.probability());
            json.writeStringField("model", manifest.name());
            json.writeStringField("model_version", manifest.version());
            json.writeStringField("model_sha256", manifest.sha256());
            json.writeNumberField("units", units());
            json.writeBooleanField("truncated", prediction.truncated());
            json.writeNumberField("tokens_total", prediction.tokensTotal());
            json.writeNumberField("tokens_used", prediction.tokensUsed());
            if (prediction.explanation().isPresent()) {
                write(json, prediction.explanation().get());
            }
            json.writeEndObject();
        }

        private static void write(JsonGenerator json, Explanation explanation) throws IOException {
            json.writeObjectFieldStart("explanation");
            json.writeNumberField("bias", explanation.bias());
            json.writeArrayFieldStart("words");
            for (Contribution word : explanation.words()) {
                json.writeStartObject();
                json.writeStringField("text", word.text());
                json.writeNumberField("start", word.start());
                json.writeNumberField("end", word.end());
                json.writeNumberField("contribution", word.logOdds());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** @param detail writes the value of the field {@code detail}, its name included */
    record Refused(int status, Json.Content detail) implements ItemResult {
        static Refused because(String message) {
            return new Refused(400, json -> json.writeStringField("detail", message));
        }

        static Refused because(Iterable<Violation> violations) {
            return new Refused(422, json -> {
                json.writeArrayFieldStart("detail");
                for (Violation violation : violations) {
                    violation.write(json);
                }
                json.writeEndArray();
            });
        }

        @Override
        public int units() {
            return 0;
        }

        @Override
        public Answer alone() {
            return Answer.json(status, Json.object(detail));
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            json.writeNumberField("status", status);
            detail.write(json);
            json.writeEndObject();
            json.writeEndObject();
        }
    }
}
