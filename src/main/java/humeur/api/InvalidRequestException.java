package humeur.api;

import java.util.List;

/** A document that does not have the shape that the contract asks for. */
final class InvalidRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    InvalidRequestException(List<Violation> violations) {
        super("The request's document is invalid");
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }
}
