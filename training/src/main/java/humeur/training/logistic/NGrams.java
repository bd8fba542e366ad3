package humeur.training.logistic;

/**
 * The features of a text: its words, its pairs of neighbouring words, the first word with the text's start, the last with
 * its end. Each is hashed to one of 2^bits buckets, which all share one table of weights (Weinberger et al. 2009).
 *
 * @param bits base-2 logarithm of the number of buckets
 */
record NGrams(int bits) {
    /** Stands for the word before the first: no hash of a word, since those have 32 bits. */
    static final long START = (1L << 32) + 0x5bd1e995L;

    /** Stands for the word after the last. */
    static final long END = 0;

    /** Odd, so that for each right word all left words fall into different buckets. */
    static final long MULTIPLIER = 1_000_003;

    NGrams {
        if (bits < 1 || bits > 24) {
            throw new IllegalArgumentException("bits is %d; expected 1 to 24".formatted(bits));
        }
    }

    int buckets() {
        return 1 << bits;
    }

    long mask() {
        return buckets() - 1L;
    }

    /** The number of features of a text with so many words. */
    static int count(int words) {
        return words == 0 ? 0 : 2 * words + 1;
    }

    /**
     * Writes the buckets of a text's features: for each word its own, then that of the pair that ends with it; at last that
     * of the last word with the end.
     *
     * @return the number of features
     */
    int fill(int[] buckets, int[] hashes, int from, int to) {
        int next = 0;
        long previous = START;
        for (int i = from; i < to; i++) {
            long word = Integer.toUnsignedLong(hashes[i]);
            buckets[next++] = (int) (word & mask());
            buckets[next++] = pair(previous, word);
            previous = word;
        }
        if (to > from) {
            buckets[next++] = pair(previous, END);
        }
        return next;
    }

    private int pair(long left, long right) {
        return (int) (left * MULTIPLIER + right & mask());
    }
}
