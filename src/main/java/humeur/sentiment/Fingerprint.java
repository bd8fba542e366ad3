package humeur.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** What tells a file from another, in lower-case hexadecimal. */
public final class Fingerprint {
    private static final int BLOCK = 1 << 16;

    private Fingerprint() {}

    /** 64 digits, which nobody can make another file have. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = newDigest();
        read(file, digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Eight digits, which a damaged file has with a probability of one in four thousand million. */
    public static String crc32(Path file) throws IOException {
        CRC32 crc = new CRC32();
        read(file, crc::update);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void read(Path file, Sink sink) throws IOException {
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                sink.take(block, 0, read);
            }
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private interface Sink {
        void take(byte[] block, int offset, int length);
    }
}
