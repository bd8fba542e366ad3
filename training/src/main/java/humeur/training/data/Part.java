package humeur.training.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The part of the data that a text belongs to: 80 % training, 10 % validation, 10 % test.
 *
 * <p>It follows from the text alone, so that a text never changes its part when data is added, removed or reordered, and
 * no text is in two parts. The {@link #SPLIT} names the split: a test part that has been looked at while choices were made is
 * replaced by the next one.
 */
public enum Part {
    TRAINING,
    VALIDATION,
    TEST;

    private static final String SPLIT = "split 2\n";

    /** The part of a text, given as its words joined by one space: texts with the same words share a part. */
    public static Part of(String words) {
        byte[] digest = sha256().digest((SPLIT + words).getBytes(UTF_8));
        long decile = Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), 10);
        if (decile < 8) {
            return TRAINING;
        }
        return decile == 8 ? VALIDATION : TEST;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
