package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The caller's trace, as the header {@code traceparent} tells it (W3C Trace Context, section 3.2).
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param parentId 16 lower-case hexadecimal digits
 */
public record TraceContext(String traceId, String parentId) {
    private static final int LENGTH = 55;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_PARENT = "0".repeat(16);

    public TraceContext {
        requireNonNull(traceId, "traceId is null");
        requireNonNull(parentId, "parentId is null");
    }

    /** Empty for anything but a valid header of version 00. */
    public static Optional<TraceContext> parse(String header) {
        if (header.length() != LENGTH
                || !header.startsWith("00-")
                || header.charAt(35) != '-'
                || header.charAt(52) != '-') {
            return Optional.empty();
        }
        String traceId = header.substring(3, 35);
        String parentId = header.substring(36, 52);
        boolean valid = isHex(traceId)
                && isHex(parentId)
                && isHex(header.substring(53))
                && !traceId.equals(NO_TRACE)
                && !parentId.equals(NO_PARENT);
        return valid ? Optional.of(new TraceContext(traceId, parentId)) : Optional.empty();
    }

    private static boolean isHex(String digits) {
        return digits.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
