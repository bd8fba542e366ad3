package humeur.onnx;

import humeur.text.NormalizedText;
import humeur.text.Pieces;
import humeur.text.TweetNormalizer;
import humeur.text.Word;
import humeur.text.WordPiece;
import humeur.text.WordTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as an encoder reads it: its pieces up to the limit, and the words that those stand for.
 *
 * @param pieces what is read of it, with {@code [CLS]} and {@code [SEP]}
 * @param words those that begin within the part that is read
 * @param codePoints length of that part
 */
record EncoderText(Pieces pieces, List<Word> words, int codePoints) {
    /** No word: pieces that stand for none stay, whichever word is left out. */
    private static final int NONE = -1;

    static EncoderText of(String text, WordPiece wordPiece, int maxTokens) {
        NormalizedText normalized = TweetNormalizer.normalize(text);
        Pieces pieces = wordPiece.encode(normalized, maxTokens + Pieces.MARKERS);
        List<Word> words = WordTokenizer.tokenize(normalized);
        if (!pieces.truncated()) {
            return new EncoderText(pieces, words, text.codePointCount(0, text.length()));
        }
        int end = pieces.ends()[pieces.used()];
        List<Word> read = words.stream().filter(word -> word.start() < end).toList();
        return new EncoderText(pieces, read, text.codePointCount(0, end));
    }

    /** One row of the model's input. */
    record Row(int[] ids, String words) {}

    Row whole() {
        return new Row(pieces.ids(), WordTokenizer.join(words));
    }

    /** The row without one of the words. */
    Row without(int word) {
        int[] owners = owners();
        int[] ids = new int[owners.length];
        int size = 0;
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] != word) {
                ids[size++] = pieces.ids()[i];
            }
        }
        List<Word> rest = new ArrayList<>(words);
        rest.remove(word);
        return new Row(Arrays.copyOf(ids, size), WordTokenizer.join(rest));
    }

    /** The row of a text that says nothing. */
    Row empty() {
        int last = pieces.ids().length - 1;
        return new Row(new int[] {pieces.ids()[0], pieces.ids()[last]}, "");
    }

    /** For each piece the word that it overlaps with; both are in the order of the text. */
    private int[] owners() {
        int[] owners = new int[pieces.ids().length];
        int word = 0;
        for (int i = 0; i < owners.length; i++) {
            while (word < words.size() && words.get(word).end() <= pieces.starts()[i]) {
                word++;
            }
            boolean overlaps = word < words.size()
                    && pieces.ends()[i] > pieces.starts()[i]
                    && words.get(word).start() < pieces.ends()[i];
            owners[i] = overlaps ? word : NONE;
        }
        return owners;
    }
}
