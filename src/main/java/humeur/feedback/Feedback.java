package humeur.feedback;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a caller says of one prediction. Of several for the same prediction the last counts.
 *
 * @param id the prediction's
 * @param label the right class, 0 or 1
 * @param text only with the consent of whoever sent it
 */
public record Feedback(UUID id, int label, Optional<String> text, Instant at) {
    public Feedback {
        requireNonNull(id, "id is null");
        requireNonNull(text, "text is null");
        requireNonNull(at, "at is null");
    }

    /** Nothing of the text, which might end up in a log. */
    @Override
    public String toString() {
        return "Feedback[id=%s, label=%d]".formatted(id, label);
    }
}
