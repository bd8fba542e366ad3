package humeur.feedback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key of the ids' tags: from a setting, or from a file that the first process makes and all others read. */
final class SealKey {
    static final String FILE = "key";

    private static final String LOCK = "key.lock";
    private static final int SHORTEST = 16;
    private static final int BYTES = 32;

    private SealKey() {}

    /** @throws IOException if the text is too short to be a secret, or the file can be neither read nor made */
    static byte[] of(FeedbackSettings settings) throws IOException {
        if (settings.key().isEmpty()) {
            return inFolder(settings.directory().orElseThrow());
        }
        String text = settings.key().get();
        if (text.length() < SHORTEST) {
            throw new IOException(
                    "HUMEUR_FEEDBACK_KEY has fewer than %d characters; take that many random ones".formatted(SHORTEST));
        }
        return IdSeal.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static synchronized byte[] inFolder(Path folder) throws IOException {
        OwnerOnly.folder(folder);
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            return read(file);
        }
        try (FileChannel lock = OwnerOnly.open(folder.resolve(LOCK))) {
            lock.lock(); // Until the channel is closed; another process may be making the key.
            if (!Files.exists(file)) {
                make(file);
            }
        }
        return read(file);
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel out = OwnerOnly.open(draft)) {
            out.write(ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.sync(file.getParent());
    }

    private static byte[] read(Path file) throws IOException {
        try {
            byte[] key = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw notAKey(file, e);
        }
        throw notAKey(file, null);
    }

    private static IOException notAKey(Path file, Exception cause) {
        return new IOException(
                "%s is no key of %d hexadecimal digits; restore it, or delete it and lose the feedback for older ids"
                        .formatted(file, 2 * BYTES),
                cause);
    }
}
