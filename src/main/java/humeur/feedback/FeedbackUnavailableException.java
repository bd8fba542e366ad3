package humeur.feedback;

/** Feedback cannot be taken now; the log says why. */
public final class FeedbackUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    FeedbackUnavailableException(String message) {
        super(message);
    }

    FeedbackUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
