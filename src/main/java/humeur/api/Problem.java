package humeur.api;

import com.fasterxml.jackson.core.JsonGenerator;
import humeur.telemetry.Outcome;
import java.io.IOException;
import java.util.Map;

/**
 * The refusals that are problem details (RFC 9457).
 *
 * @param type a relative reference that names the kind of problem
 * @param title the same for every problem of the type
 */
record Problem(String type, String title, int status) {
    static final String MEDIA_TYPE = "application/problem+json";

    static final Problem NOT_FOUND = new Problem("not-found", "There is nothing at this path", 404);
    static final Problem UNKNOWN_MODEL = new Problem("unknown-model", "There is no such model", 404);
    static final Problem FEEDBACK_OFF = new Problem("feedback-off", "Feedback is switched off", 404);
    static final Problem UNKNOWN_ID = new Problem("unknown-id", "There is no prediction with this id", 404);
    static final Problem METHOD_NOT_ALLOWED =
            new Problem("method-not-allowed", "This path does not take the method", 405);
    static final Problem BODY_TOO_LARGE = new Problem("body-too-large", "The body is too large", 413);
    static final Problem NOT_JSON = new Problem("unsupported-media-type", "The body has to be JSON", 415);
    static final Problem MODEL_UNAVAILABLE = new Problem("model-unavailable", "The model cannot be served", 503);
    static final Problem OVERLOADED = new Problem("overloaded", "There is more to do than can be done in time", 503);
    static final Problem TOO_MUCH_WORK = new Problem("too-much-work", "The request takes longer than it may", 503);
    static final Problem ABANDONED = new Problem("abandoned", "Nobody waits for the answer", 503);
    static final Problem FEEDBACK_BUSY = new Problem("feedback-busy", "Too much feedback at once", 503);
    static final Problem FEEDBACK_UNAVAILABLE = new Problem("feedback-unavailable", "Feedback cannot be kept", 503);
    static final Problem FEEDBACK_FULL = new Problem("feedback-full", "There is no room for more feedback", 507);
    static final Problem FAILED = new Problem("failed", "The service failed on this request", 503);

    private static final Json.Content NO_EXTENSION = json -> {};

    Answer answer(String detail) {
        return answer(detail, Map.of());
    }

    Answer answer(String detail, Map<String, String> headers) {
        return answer(detail, headers, NO_EXTENSION);
    }

    /** The answer with further members in its body. */
    Answer answer(String detail, Map<String, String> headers, Json.Content extension) {
        return new Answer(status, headers, MEDIA_TYPE, body(detail, extension), Outcome.refused(type));
    }

    private String body(String detail, Json.Content extension) {
        return Json.object(json -> {
            writeMembers(json, detail);
            extension.write(json);
        });
    }

    private void writeMembers(JsonGenerator json, String detail) throws IOException {
        json.writeStringField("type", "/problems/" + type);
        json.writeStringField("title", title);
        json.writeNumberField("status", status);
        json.writeStringField("detail", detail);
    }
}
