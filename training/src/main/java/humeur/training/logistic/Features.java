package humeur.training.logistic;

import java.util.Arrays;

/** The ids of one text's features after another's, without an object for each. Not safe for several threads. */
final class Features {
    private final HashedTexts texts;
    private final NGrams nGrams;
    private int[] ids = new int[256];
    private int length;

    Features(HashedTexts texts, NGrams nGrams) {
        this.texts = texts;
        this.nGrams = nGrams;
    }

    /** Moves to a text and returns its number of features. */
    int load(int row) {
        int most = NGrams.most(texts.wordCount(row));
        if (most > ids.length) {
            ids = Arrays.copyOf(ids, 2 * most);
        }
        length = 0;
        int from = texts.offsets()[row];
        int to = texts.offsets()[row + 1];
        for (int i = from; i < to; i++) {
            ids[length++] = nGrams.word(texts.words(), i);
            ids[length++] = nGrams.neighbours(texts.words(), from, to, i);
            if (nGrams.reach() > 1 && i > from + 1) {
                ids[length++] = nGrams.gapped(texts.words(), i);
            }
        }
        if (to > from) {
            ids[length++] = nGrams.neighbours(texts.words(), from, to, to);
        }
        return length;
    }

    /** Moves to a text, and turns the ids into buckets, leaving out features that own none. */
    int load(int row, BucketOwners owners) {
        load(row);
        int owned = 0;
        for (int i = 0; i < length; i++) {
            if (owners.owns(ids[i])) {
                ids[owned++] = nGrams.bucket(ids[i]);
            }
        }
        length = owned;
        return owned;
    }

    /** An id, or a bucket, depending on how the text was loaded. */
    int get(int index) {
        return ids[index];
    }
}
