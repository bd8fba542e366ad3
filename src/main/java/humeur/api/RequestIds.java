package humeur.api;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The identifiers by which a caller finds its request again, in answers and in telemetry. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";

    private static final int MAX_LENGTH = 64;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RequestIds() {}

    /** The one that was sent if it is short and of letters, digits, {@code .}, {@code _} and {@code -}; else a new one. */
    static String keptOrMade(Optional<String> sent) {
        return sent.filter(RequestIds::isSafe).orElseGet(RequestIds::made);
    }

    private static boolean isSafe(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** A UUID that need not be secret, so that the event loop does not wait for the kernel's random numbers. */
    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xF000L | VERSION_4;
        return new UUID(high, VARIANT | random.nextLong() >>> 2).toString();
    }
}
