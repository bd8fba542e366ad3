package humeur.api;

import humeur.feedback.Feedback;
import humeur.feedback.FeedbackSettings;
import humeur.feedback.FeedbackStore;
import humeur.feedback.FeedbackUnavailableException;
import humeur.feedback.IssuedIds;
import humeur.feedback.StorageFullException;
import humeur.feedback.TooBusyException;
import humeur.telemetry.UuidForm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes what callers say of predictions: {@code POST /feedback}. */
@Singleton
class FeedbackEndpoint {
    private final FeedbackSettings settings;
    private final IssuedIds ids;
    private final FeedbackStore store;

    FeedbackEndpoint(FeedbackSettings settings, IssuedIds ids, FeedbackStore store) {
        this.settings = settings;
        this.ids = ids;
        this.store = store;
    }

    boolean on() {
        return settings.on();
    }

    Answer off() {
        return Problem.FEEDBACK_OFF.answer(
                "Set HUMEUR_FEEDBACK_DIRECTORY to a folder in which it is to be kept, and start the service anew.");
    }

    /** Answers once it is on the disk, and so blocks. */
    Answer answer(byte[] document) throws InvalidRequestException {
        FeedbackRequest request = FeedbackReader.feedback(document);
        try {
            Optional<UUID> id = issued(request.id());
            if (id.isEmpty()) {
                return Problem.UNKNOWN_ID.answer("Send the \"id\" of a prediction that this service has answered.");
            }
            store.add(new Feedback(id.get(), request.label(), request.text(), Instant.now()));
            return Answer.json(200, Json.object(json -> {
                json.writeStringField("id", id.get().toString());
                json.writeNumberField("label", request.label());
            }));
        } catch (StorageFullException e) {
            return Problem.FEEDBACK_FULL.answer("The log of the service says what is full.");
        } catch (TooBusyException e) {
            return Problem.FEEDBACK_BUSY.answer("Send it again in a second.", Map.of("Retry-After", "1"));
        } catch (FeedbackUnavailableException e) {
            return Problem.FEEDBACK_UNAVAILABLE.answer("The log of the service says why.");
        }
    }

    private Optional<UUID> issued(String id) throws FeedbackUnavailableException {
        if (!UuidForm.matches(id)) {
            return Optional.empty();
        }
        UUID uuid = UUID.fromString(id);
        return ids.issued(uuid) ? Optional.of(uuid) : Optional.empty();
    }
}
