package humeur.sentiment;

/** The caller has gone, so there is nobody to work for. */
public final class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbandonedException() {
        super("The caller has gone");
    }
}
