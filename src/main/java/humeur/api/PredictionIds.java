package humeur.api;

import humeur.feedback.IssuedIds;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Issues the identifiers of predictions: UUIDs of version 7 (RFC 9562, section 5.7), so that they sort by time, with 74
 * bits that nobody can guess. Where feedback is taken, 32 of them are a tag by which an issued id is known again.
 */
@Singleton
class PredictionIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecureRandom random = new SecureRandom();
    private final IssuedIds ids;

    PredictionIds(IssuedIds ids) {
        this.ids = ids;
    }

    UUID next() {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | random.nextInt(0x1000);
        long low = VARIANT | random.nextLong() >>> 2;
        return ids.issue(new UUID(high, low));
    }
}
