package humeur.training.logistic;

/**
 * The features of a text: its words; its pairs of neighbouring words, the first word with the text's start and the last
 * with its end; with a reach of 2 also the pairs with one word between. Each is hashed to one of 2^bits buckets, which all
 * share one table of weights (Weinberger et al. 2009), and to a fingerprint of a few further bits, which tells most
 * features apart that share a bucket ({@link BucketOwners}).
 *
 * <p>A feature's <em>id</em> holds both: the bucket in the low bits, the fingerprint above.
 *
 * @param bits base-2 logarithm of the number of buckets
 * @param fingerprintBits length of the fingerprint
 * @param reach distance of the words of a pair: 1 for neighbours only, 2 for one word between as well
 */
record NGrams(int bits, int fingerprintBits, int reach) {
    /** Stands for the word before the first: no hash of a word, since those have 32 bits. */
    static final long START = (1L << 32) + 0x5bd1e995L;

    /** Stands for the word after the last. */
    static final long END = 0;

    /** Odd, so that for each right word all left words fall into different buckets. */
    static final long NEIGHBOUR = 1_000_003;

    /** As {@link #NEIGHBOUR}, for a pair with one word between. */
    static final long GAP = 7_368_787;

    NGrams {
        if (bits < 8 || bits > 24) {
            throw new IllegalArgumentException("bits is %d; expected 8 to 24".formatted(bits));
        }
        if (fingerprintBits < 0 || fingerprintBits > 4) {
            throw new IllegalArgumentException("fingerprintBits is %d; expected 0 to 4".formatted(fingerprintBits));
        }
        if (reach < 1 || reach > 2) {
            throw new IllegalArgumentException("reach is %d; expected 1 or 2".formatted(reach));
        }
    }

    int buckets() {
        return 1 << bits;
    }

    int bucket(int id) {
        return id & buckets() - 1;
    }

    int fingerprint(int id) {
        return id >>> bits;
    }

    /** The number of different ids. */
    int ids() {
        return 1 << bits + fingerprintBits;
    }

    /** At most so many features has a text of so many words. */
    static int most(int words) {
        return 3 * words + 1;
    }

    int word(int[] hashes, int index) {
        return id(Integer.toUnsignedLong(hashes[index]));
    }

    /** The pair of a word, or the start, with its right neighbour, or the end. */
    int neighbours(int[] hashes, int from, int to, int right) {
        long left = right == from ? START : Integer.toUnsignedLong(hashes[right - 1]);
        return id(left * NEIGHBOUR + (right == to ? END : Integer.toUnsignedLong(hashes[right])));
    }

    /** The pair of a word with the next but one. */
    int gapped(int[] hashes, int right) {
        return id(Integer.toUnsignedLong(hashes[right - 2]) * GAP + Integer.toUnsignedLong(hashes[right]));
    }

    private int id(long hash) {
        return (int) hash & ids() - 1;
    }
}
