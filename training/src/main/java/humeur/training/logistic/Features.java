package humeur.training.logistic;

import java.util.Arrays;

/** A window on the features of one text after another, without an object for each. Not safe for several threads. */
final class Features {
    private final HashedTexts texts;
    private final NGrams nGrams;
    private int[] buckets = new int[256];

    Features(HashedTexts texts, NGrams nGrams) {
        this.texts = texts;
        this.nGrams = nGrams;
    }

    /** Moves to a text and returns its number of features. */
    int load(int row) {
        int count = NGrams.count(texts.wordCount(row));
        if (count > buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * count);
        }
        return nGrams.fill(buckets, texts.words(), texts.offsets()[row], texts.offsets()[row + 1]);
    }

    int bucket(int feature) {
        return buckets[feature];
    }
}
