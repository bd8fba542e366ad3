package humeur.training.bert;

import java.io.IOException;
import java.nio.file.Path;

/** A step of training that goes on from another one, which has not been done. */
public final class MissingCheckpointException extends IOException {
    MissingCheckpointException(Path path, String command) {
        super("There is no %s; run `training bert %s` first.".formatted(path, command));
    }
}
