package humeur.training.bert;

import java.util.Arrays;

/**
 * Texts side by side, padded to the longest.
 *
 * @param size number of texts
 * @param length pieces of the longest text
 * @param words the vocabulary's rows that occur, each once
 * @param pieces for each text and place, which of {@code words} stands there; 0 beyond a text's end
 * @param mask 1 where a piece is, 0 beyond a text's end
 * @param labels 1 for a positive text, 0 for a negative one
 */
record Batch(int size, int length, int[] words, long[] pieces, float[] mask, float[] labels) {
    /** Gathers batches; it remembers which words it has met, so that a batch costs no more than its own words. */
    static final class Gatherer {
        private final TokenizedTexts texts;
        private final int[] places;

        Gatherer(TokenizedTexts texts, int vocabulary) {
            this.texts = texts;
            places = new int[vocabulary];
            Arrays.fill(places, -1);
        }

        Batch gather(int... rows) {
            int length = Arrays.stream(rows).map(texts::length).max().orElse(0);
            long[] pieces = new long[rows.length * length];
            float[] mask = new float[pieces.length];
            float[] labels = new float[rows.length];
            int[] words = new int[pieces.length];
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                labels[i] = texts.labels()[rows[i]] ? 1 : 0;
                for (int k = 0; k < texts.length(rows[i]); k++) {
                    int word = texts.id(rows[i], k);
                    if (places[word] < 0) {
                        places[word] = count;
                        words[count++] = word;
                    }
                    pieces[i * length + k] = places[word];
                    mask[i * length + k] = 1;
                }
            }
            words = Arrays.copyOf(words, count);
            for (int word : words) {
                places[word] = -1;
            }
            return new Batch(rows.length, length, words, pieces, mask, labels);
        }
    }
}
