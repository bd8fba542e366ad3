package humeur.sentiment;

/** There was not time enough to answer: others were served first, or the request asked for too much work. */
public final class DeadlineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadlineException() {
        super("The deadline passed before the model had answered");
    }
}
