package humeur.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import humeur.telemetry.Outcome;
import java.io.IOException;
import java.util.Map;

/**
 * An HTTP answer, whoever sends it.
 *
 * @param status the status code
 * @param headers beside {@code Content-Type}
 * @param contentType the media type of the body
 * @param body text in that type; of a prediction, JSON
 * @param outcome what it says to observers
 */
@JsonSerialize(using = Answer.AsItsBody.class)
public record Answer(int status, Map<String, String> headers, String contentType, String body, Outcome outcome) {
    static final String JSON = "application/json";

    public Answer {
        requireNonNull(contentType, "contentType is null");
        requireNonNull(body, "body is null");
        requireNonNull(outcome, "outcome is null");
        headers = Map.copyOf(headers);
    }

    static Answer json(int status, String body) {
        return json(status, body, Outcome.NONE);
    }

    static Answer json(int status, String body, Outcome outcome) {
        return new Answer(status, Map.of(), JSON, body, outcome);
    }

    /** The same, because of a failure. */
    Answer because(Throwable thrown) {
        return new Answer(status, headers, contentType, body, outcome.because(thrown));
    }

    /** Funqy turns a function's result into JSON; an answer's body already is. */
    public static final class AsItsBody extends StdSerializer<Answer> {
        private static final long serialVersionUID = 1L;

        public AsItsBody() {
            super(Answer.class);
        }

        @Override
        public void serialize(Answer answer, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRawValue(answer.body());
        }
    }
}
