package humeur.feedback;

/** More feedback is waiting for the disk than may wait. */
public final class TooBusyException extends Exception {
    private static final long serialVersionUID = 1L;

    TooBusyException() {
        super("Too much feedback is waiting for the disk");
    }
}
