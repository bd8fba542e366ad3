package humeur.sentiment;

/** There is no turn for a request in time: as many as may wait already, or its deadline passed while it waited. */
public final class OverloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverloadException(String message) {
        super(message);
    }
}
