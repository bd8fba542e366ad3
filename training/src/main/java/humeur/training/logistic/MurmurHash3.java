package humeur.training.logistic;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * MurmurHash3_x86_32 (Appleby 2011) of a text's UTF-8 bytes with seed 0: what the operator {@code MurmurHash3} of ONNX
 * Runtime computes inside the graph.
 */
final class MurmurHash3 {
    private static final int C1 = 0xcc9e2d51;
    private static final int C2 = 0x1b873593;

    private MurmurHash3() {}

    /** The 32 bits of the hash; unsigned they are what the operator gives with {@code positive=1}. */
    static int hash(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int whole = bytes.length & ~3;
        int hash = 0;
        for (int i = 0; i < whole; i += 4) {
            hash ^= scramble(littleEndian(bytes, i, 4));
            hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
        }
        hash ^= scramble(littleEndian(bytes, whole, bytes.length - whole));
        return avalanche(hash ^ bytes.length);
    }

    private static int littleEndian(byte[] bytes, int from, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value |= (bytes[from + i] & 0xff) << 8 * i;
        }
        return value;
    }

    private static int scramble(int block) {
        return Integer.rotateLeft(block * C1, 15) * C2;
    }

    private static int avalanche(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }
}
