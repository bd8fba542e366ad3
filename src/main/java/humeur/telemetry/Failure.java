package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What went wrong on our side. Without the message, which might hold a text; it stands in the log only if it is ours.
 *
 * @param type the exception's class
 * @param stack where it was thrown, the innermost frame first
 */
public record Failure(String type, List<StackTraceElement> stack) {
    private static final int MAX_FRAMES = 50;

    public Failure {
        requireNonNull(type, "type is null");
        stack = List.copyOf(stack);
    }

    /** Of the innermost cause. */
    public static Failure of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        List<StackTraceElement> stack = List.of(cause.getStackTrace());
        return new Failure(cause.getClass().getName(), stack.subList(0, Math.min(stack.size(), MAX_FRAMES)));
    }
}
