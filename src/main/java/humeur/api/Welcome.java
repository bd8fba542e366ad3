package humeur.api;

import jakarta.inject.Singleton;

/** What {@code GET /} says to a program. The Functions host polls it every 25 ms until the function is up. */
@Singleton
class Welcome {
    private final Answer answer;

    Welcome(BuildInfo build, FeedbackEndpoint feedback) {
        this.answer = Answer.json(200, Json.object(json -> {
            json.writeStringField("name", "Humeur");
            json.writeStringField("version", build.version());
            json.writeStringField("commit", build.commit());
            json.writeObjectFieldStart("links");
            json.writeStringField("predict", Contract.PREDICT);
            json.writeStringField("batch", Contract.BATCH);
            if (feedback.on()) {
                json.writeStringField("feedback", Contract.FEEDBACK);
            }
            json.writeStringField("models", "/models");
            json.writeStringField("openapi", "/openapi.json");
            json.writeStringField("docs", "/docs");
            json.writeStringField("health", "/q/health");
            json.writeEndObject();
        }));
    }

    Answer answer() {
        return answer;
    }
}
