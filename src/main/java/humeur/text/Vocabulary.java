package humeur.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The pieces of a WordPiece vocabulary and their numbers. A piece begins a word, or, where the vocabulary writes it with
 * {@code ##} in front, continues one.
 *
 * <p>A hash table with open addressing over the characters themselves: it opens in a few milliseconds and makes no object
 * per piece. Immutable.
 */
public final class Vocabulary {
    static final int NONE = -1;

    private static final String CONTINUATION = "##";
    private static final int FIRST_SEED = 17;
    private static final int CONTINUATION_SEED = 31;

    /** The base of the polynomial hash, and its inverse modulo 2^32, which takes the last character away again. */
    private static final int FACTOR = 0x9E3779B1;

    private static final int INVERSE = inverse(FACTOR);

    private final char[] characters;
    private final int[] offsets;
    private final boolean[] continuations;
    private final int[] slots;
    private final int longest;

    private Vocabulary(List<String> pieces) {
        characters = new char[pieces.stream().mapToInt(String::length).sum()];
        offsets = new int[pieces.size() + 1];
        continuations = new boolean[pieces.size()];
        slots = new int[Integer.highestOneBit(Math.max(1, pieces.size())) * 4];
        int longestSoFar = 1;
        for (int id = 0; id < pieces.size(); id++) {
            longestSoFar = Math.max(longestSoFar, add(id, pieces.get(id)));
        }
        longest = longestSoFar;
    }

    /**
     * A vocabulary whose numbers are the pieces' places in the list.
     *
     * @throws IllegalArgumentException if a piece is there twice
     */
    public static Vocabulary of(List<String> pieces) {
        return new Vocabulary(pieces);
    }

    /** Reads a {@code vocab.txt}: a piece a line, in UTF-8. */
    public static Vocabulary read(Path file) throws IOException {
        return of(Files.readAllLines(file, UTF_8));
    }

    public int size() {
        return continuations.length;
    }

    /**
     * The number of a piece that begins a word, as {@code [CLS]} does.
     *
     * @throws IllegalArgumentException if the vocabulary lacks it
     */
    public int id(String piece) {
        char[] word = piece.toCharArray();
        int id = find(word, 0, word.length, false, hash(word, 0, word.length, FIRST_SEED));
        if (id == NONE) {
            throw new IllegalArgumentException(
                    "The vocabulary of %d pieces lacks \"%s\"; is it a BERT vocabulary?".formatted(size(), piece));
        }
        return id;
    }

    /** The longest piece that {@code word} goes on with at {@code from}, or {@link #NONE}. */
    int longestPiece(char[] word, int from, int to) {
        boolean continuation = from > 0;
        int end = Math.min(to, from + longest);
        int hash = hash(word, from, end, seed(continuation));
        for (int at = end; at > from; at--) {
            int id = find(word, from, at, continuation, hash);
            if (id != NONE) {
                return id;
            }
            hash = (hash - word[at - 1]) * INVERSE;
        }
        return NONE;
    }

    /** UTF-16 units of a piece, without {@code ##}. */
    int length(int id) {
        return offsets[id + 1] - offsets[id];
    }

    private int add(int id, String piece) {
        boolean continuation = piece.startsWith(CONTINUATION) && piece.length() > CONTINUATION.length();
        String text = continuation ? piece.substring(CONTINUATION.length()) : piece;
        text.getChars(0, text.length(), characters, offsets[id]);
        offsets[id + 1] = offsets[id] + text.length();
        continuations[id] = continuation;
        int hash = hash(characters, offsets[id], offsets[id + 1], seed(continuation));
        if (find(characters, offsets[id], offsets[id + 1], continuation, hash) != NONE) {
            throw new IllegalArgumentException("The vocabulary has \"%s\" twice".formatted(piece));
        }
        int slot = slot(hash);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = id + 1;
        return text.length();
    }

    private int find(char[] word, int from, int to, boolean continuation, int hash) {
        for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int id = slots[slot] - 1;
            if (continuations[id] == continuation && matches(id, word, from, to)) {
                return id;
            }
        }
        return NONE;
    }

    private boolean matches(int id, char[] word, int from, int to) {
        int offset = offsets[id];
        if (length(id) != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (characters[offset + i - from] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    private static int seed(boolean continuation) {
        return continuation ? CONTINUATION_SEED : FIRST_SEED;
    }

    private static int hash(char[] characters, int from, int to, int seed) {
        int hash = seed;
        for (int i = from; i < to; i++) {
            hash = hash * FACTOR + characters[i];
        }
        return hash;
    }

    /** Newton's iteration for an odd number's inverse modulo 2^32; each round doubles the bits that are right. */
    private static int inverse(int odd) {
        int inverse = odd;
        for (int bits = 3; bits < Integer.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
