package humeur.sentiment;

import java.util.List;

/** A caller named a model that is not in the catalogue. */
public final class UnknownModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> known;

    UnknownModelException(List<String> known) {
        super("Unknown model; there are: " + String.join(", ", known));
        this.known = List.copyOf(known);
    }

    /** The names that exist. */
    public List<String> known() {
        return known;
    }
}
