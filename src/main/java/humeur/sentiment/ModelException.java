package humeur.sentiment;

/** A model cannot be served: a file is missing, changed or broken. The message names the file and the remedy. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
