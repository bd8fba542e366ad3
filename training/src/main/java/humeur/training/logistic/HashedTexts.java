package humeur.training.logistic;

import humeur.training.data.Example;
import java.util.List;

/**
 * Labelled texts as the hashes of their words, one text after the other.
 *
 * @param offsets where each text begins in {@code words}, and at the end where the last one ends
 * @param words hash of each word, 32 bits unsigned
 * @param labels whether each text is positive
 */
record HashedTexts(int[] offsets, int[] words, boolean[] labels) {
    static HashedTexts of(List<Example> examples) {
        int[] offsets = new int[examples.size() + 1];
        boolean[] labels = new boolean[examples.size()];
        for (int row = 0; row < labels.length; row++) {
            offsets[row + 1] = offsets[row] + count(examples.get(row).words());
            labels[row] = examples.get(row).positive();
        }
        int[] words = new int[offsets[labels.length]];
        for (int row = 0; row < labels.length; row++) {
            hash(examples.get(row).words(), words, offsets[row]);
        }
        return new HashedTexts(offsets, words, labels);
    }

    int size() {
        return labels.length;
    }

    int wordCount(int row) {
        return offsets[row + 1] - offsets[row];
    }

    /** The hashes of a text's words. */
    static int[] hashes(String words) {
        int[] hashes = new int[count(words)];
        hash(words, hashes, 0);
        return hashes;
    }

    private static int count(String words) {
        return words.isEmpty()
                ? 0
                : 1 + (int) words.chars().filter(c -> c == ' ').count();
    }

    private static void hash(String words, int[] hashes, int at) {
        int next = at;
        int begin = 0;
        while (begin < words.length()) {
            int space = words.indexOf(' ', begin);
            int end = space < 0 ? words.length() : space;
            hashes[next++] = MurmurHash3.hash(words.substring(begin, end));
            begin = end + 1;
        }
    }
}
