package humeur.sentiment;

/** An open model failed on a text: a fault of the model or of its runtime, never of the text. */
public final class InferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
