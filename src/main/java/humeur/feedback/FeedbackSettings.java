package humeur.feedback;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether feedback is taken, and where it is kept.
 *
 * @param directory the folder of the files and, unless it is set, of the key; feedback is off when empty
 * @param key from which the ids' tags are made, the same for all instances; made and kept in the folder when empty
 * @param maxSize the most bytes that a file may have
 */
public record FeedbackSettings(Optional<Path> directory, Optional<String> key, long maxSize) {
    public FeedbackSettings {
        requireNonNull(directory, "directory is null");
        requireNonNull(key, "key is null");
    }

    public boolean on() {
        return directory.isPresent();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "FeedbackSettings[directory=%s, maxSize=%d]".formatted(directory, maxSize);
    }
}
