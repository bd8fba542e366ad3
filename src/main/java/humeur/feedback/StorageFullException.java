package humeur.feedback;

/** There is no room for more feedback. */
public final class StorageFullException extends Exception {
    private static final long serialVersionUID = 1L;

    StorageFullException(String message) {
        super(message);
    }

    StorageFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
