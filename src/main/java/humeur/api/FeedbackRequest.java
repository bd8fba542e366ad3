package humeur.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a caller says of a prediction, once the document's shape is known to be right.
 *
 * @param id as it was sent, of any form
 * @param label 0 or 1
 * @param text only where its sender consents to its being kept
 */
record FeedbackRequest(String id, int label, Optional<String> text) {
    FeedbackRequest {
        requireNonNull(id, "id is null");
        requireNonNull(text, "text is null");
    }
}
