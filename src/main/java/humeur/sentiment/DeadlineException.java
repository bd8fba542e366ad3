package humeur.sentiment;

/** A request asked for more work than can be done until its deadline. */
public final class DeadlineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadlineException() {
        super("The deadline passed before the model had answered");
    }
}
