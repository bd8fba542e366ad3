package humeur.sentiment;

/** As many requests wait for a model as may. */
public final class OverloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverloadException(int waiting) {
        super("%d requests wait already".formatted(waiting));
    }
}
