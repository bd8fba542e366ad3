package humeur.training.data;

import java.nio.file.Path;

/** A row of a data file that cannot be a labelled text. The message names the file, the line and what would be right. */
public final class MalformedRowException extends RuntimeException {
    public MalformedRowException(Path file, long line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
    }

    public MalformedRowException(Path file, long line, String problem, Throwable cause) {
        super("%s, line %d: %s".formatted(file, line, problem), cause);
    }
}
