package humeur.api;

import com.fasterxml.jackson.core.JsonGenerator;
import humeur.sentiment.Explanation;
import humeur.sentiment.Explanation.Contribution;
import humeur.sentiment.Manifest;
import humeur.sentiment.Prediction;
import humeur.sentiment.Sentiment;
import humeur.telemetry.Outcome;
import humeur.telemetry.TextFeatures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of one text. */
sealed interface ItemResult {
    /** What observers hear of it; an error costs nothing. */
    Outcome outcome();

    /** Writes it as an item of a batch's {@code results}. */
    void write(JsonGenerator json) throws IOException;

    /** The answer when it was the only text. */
    Answer alone();

    /**
     * @param text the text that was predicted
     * @param toldText whether observers see it
     */
    record Predicted(UUID id, Manifest manifest, String text, boolean toldText, Prediction prediction)
            implements ItemResult {
        /** As much of a text as Application Insights takes in a property, in UTF-16 code units. */
        private static final int MAX_TOLD = 8_192;

        @Override
        public Outcome outcome() {
            return new Outcome(
                    List.of(new humeur.telemetry.Predicted(
                            id,
                            manifest.name(),
                            manifest.version(),
                            manifest.sha256(),
                            sentiment(),
                            prediction.probability(),
                            TextFeatures.of(text),
                            toldText ? Optional.of(beginning()) : Optional.empty(),
                            prediction.tokensTotal(),
                            prediction.tokensUsed(),
                            units(),
                            prediction.explanation().isPresent(),
                            prediction.timing())),
                    List.of());
        }

        @Override
        public Answer alone() {
            return new Answer(200, Units.header(units()), Answer.JSON, Json.write(this::write), outcome());
        }

        private String beginning() {
            StringBuilder beginning = new StringBuilder();
            text.substring(0, Math.min(text.length(), MAX_TOLD))
                    .codePoints()
                    .map(c ->
                            Character.getType(c) == Character.SURROGATE ? 0xFFFD : c) // JSON knows none that is alone.
                    .forEach(beginning::appendCodePoint);
            return beginning.toString();
        }

        private int units() {
            return Units.of(prediction);
        }

        private Sentiment sentiment() {
            return manifest.sentiment(prediction.probability());
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", id.toString());
            json.writeNumberField("prediction", sentiment().number());
            json.writeStringField("sentiment", sentiment().label());
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

    /**
     * @param outcome the kind of each refusal
     * @param detail writes the value of the field {@code detail}, its name included
     */
    record Refused(int status, Outcome outcome, Json.Content detail) implements ItemResult {
        static Refused because(String kind, String message) {
            return new Refused(400, Outcome.refused(kind), json -> json.writeStringField("detail", message));
        }

        static Refused because(List<Violation> violations) {
            Outcome outcome = new Outcome(
                    List.of(), violations.stream().map(Violation::type).toList());
            return new Refused(422, outcome, json -> {
                json.writeArrayFieldStart("detail");
                for (Violation violation : violations) {
                    violation.write(json);
                }
                json.writeEndArray();
            });
        }

        @Override
        public Answer alone() {
            return Answer.json(status, Json.object(detail), outcome);
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
