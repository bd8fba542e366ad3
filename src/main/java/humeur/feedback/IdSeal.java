package humeur.feedback;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Tells the ids that were issued with a key from all others, without keeping any of them. The last 32 bits of an issued id
 * are a tag: those of the SHA-256 of the key and the 96 bits before them. A UUID of version 7 stays one, and keeps 42
 * random bits a millisecond.
 *
 * <p>A guess is right once in 2^32. What is hashed always has the same length, so that a hash of the key and the rest is
 * as good as an HMAC here.
 */
public final class IdSeal {
    private static final int KEY_BYTES = 32;
    private static final long TAG = 0xFFFF_FFFFL;

    private final byte[] key;

    /** @param key 32 bytes */
    IdSeal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("key has %d bytes, not %d".formatted(key.length, KEY_BYTES));
        }
        this.key = key.clone();
    }

    /** The id with the tag in the place of its last 32 bits. */
    UUID seal(UUID id) {
        long open = id.getLeastSignificantBits() & ~TAG;
        return new UUID(id.getMostSignificantBits(), open | tag(id.getMostSignificantBits(), open));
    }

    /** Whether it was made by {@link #seal} with the same key. */
    boolean sealed(UUID id) {
        return seal(id).equals(id);
    }

    private long tag(long high, long open) {
        ByteBuffer known = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
        known.putLong(high).putInt((int) (open >>> Integer.SIZE)).flip();
        MessageDigest sha256 = sha256();
        sha256.update(key);
        sha256.update(known);
        return ByteBuffer.wrap(sha256.digest()).getInt() & TAG;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
