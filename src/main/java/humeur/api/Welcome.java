package humeur.api;

import humeur.telemetry.Outcome;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code GET /} says to a program. The Functions host polls it every 25 ms until the function is up. */
@Singleton
class Welcome {
    private static final Map<String, String> LINKS = new LinkedHashMap<>();

    static {
        LINKS.put("predict", Contract.PREDICT);
        LINKS.put("batch", Contract.BATCH);
        LINKS.put("models", "/models");
        LINKS.put("stats", "/stats");
        LINKS.put("openapi", "/openapi.json");
        LINKS.put("docs", "/docs");
        LINKS.put("health", "/q/health");
    }

    private final Answer answer;

    Welcome(BuildInfo build, ClosedPaths closed, FeedbackEndpoint feedback) {
        String body = Json.object(json -> {
            json.writeStringField("name", "Humeur");
            json.writeStringField("version", build.version());
            json.writeStringField("commit", build.commit());
            json.writeObjectFieldStart("links");
            for (Map.Entry<String, String> link : LINKS.entrySet()) {
                if (!closed.contains(link.getValue())) {
                    json.writeStringField(link.getKey(), link.getValue());
                }
            }
            if (feedback.on() && !closed.contains(Contract.FEEDBACK)) {
                json.writeStringField("feedback", Contract.FEEDBACK);
            }
            json.writeEndObject();
        });
        this.answer = new Answer(200, Map.of("Vary", "Accept"), Answer.JSON, body, Outcome.NONE);
    }

    Answer answer() {
        return answer;
    }
}
