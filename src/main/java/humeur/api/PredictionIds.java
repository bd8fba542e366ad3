package humeur.api;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Issues the identifiers of predictions: UUIDs of version 7 (RFC 9562, section 5.7), so that they sort by time, with 74
 * bits that nobody can guess.
 */
@Singleton
class PredictionIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecureRandom random = new SecureRandom();

    UUID next() {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | random.nextInt(0x1000);
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
