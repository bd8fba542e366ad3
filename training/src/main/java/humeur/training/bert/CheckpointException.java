package humeur.training.bert;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint that training cannot go on from. */
public final class CheckpointException extends IOException {
    CheckpointException(Path path, String problem) {
        super("Cannot go on from %s: %s. Delete it to begin anew, or name another run.".formatted(path, problem));
    }
}
