package humeur.feedback;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Adds feedback until it is killed, and prints the id of each that was acknowledged. */
final class EndlessFeedback {
    private EndlessFeedback() {}

    public static void main(String... arguments) throws Exception {
        FeedbackSettings settings =
                new FeedbackSettings(Optional.of(Path.of(arguments[0])), Optional.empty(), Long.MAX_VALUE);
        FeedbackStore store = new FeedbackStore(settings);
        Optional<String> text = Optional.of("x".repeat(100_000));
        while (true) {
            UUID id = UUID.randomUUID();
            store.add(new Feedback(id, 1, text, Instant.now()));
            System.out.println(id);
        }
    }
}
