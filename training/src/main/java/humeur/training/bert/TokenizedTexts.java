package humeur.training.bert;

import humeur.text.Pieces;
import humeur.text.TweetNormalizer;
import humeur.text.WordPiece;
import humeur.training.data.Example;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as an encoder reads them, with their labels, in a few large arrays: millions of small ones would cost more than
 * what they hold.
 */
public final class TokenizedTexts {
    private final char[] ids;
    private final int[] offsets;
    private final boolean[] labels;

    private TokenizedTexts(char[] ids, int[] offsets, boolean[] labels) {
        this.ids = ids;
        this.offsets = offsets;
        this.labels = labels;
    }

    /**
     * Brings texts to pieces exactly as serving does.
     *
     * @param limit the most pieces of a text, {@code [CLS]} and {@code [SEP]} included
     */
    public static TokenizedTexts of(List<Example> examples, WordPiece wordPiece, int limit) {
        char[] ids = new char[Math.max(1, examples.size()) * 24];
        int[] offsets = new int[examples.size() + 1];
        boolean[] labels = new boolean[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            Pieces pieces =
                    wordPiece.encode(TweetNormalizer.normalize(examples.get(i).text()), limit);
            int from = offsets[i];
            offsets[i + 1] = from + pieces.ids().length;
            if (offsets[i + 1] > ids.length) {
                ids = Arrays.copyOf(ids, offsets[i + 1] + ids.length / 2);
            }
            for (int k = 0; k < pieces.ids().length; k++) {
                ids[from + k] = (char) pieces.ids()[k];
            }
            labels[i] = examples.get(i).positive();
        }
        return new TokenizedTexts(ids, offsets, labels);
    }

    public int size() {
        return labels.length;
    }

    /** Pieces of a text, markers included. */
    public int length(int text) {
        return offsets[text + 1] - offsets[text];
    }

    /** The id of a text's piece. */
    public int id(int text, int piece) {
        return ids[offsets[text] + piece];
    }

    /** Of all pieces and labels: tells whether two are the same texts in the same order. */
    public long checksum() {
        long checksum = size();
        for (int text = 0; text < size(); text++) {
            checksum = checksum * 31 + (labels[text] ? 1 : 0);
            for (int i = offsets[text]; i < offsets[text + 1]; i++) {
                checksum = checksum * 31 + ids[i];
            }
        }
        return checksum;
    }

    public boolean[] labels() {
        return labels;
    }
}
