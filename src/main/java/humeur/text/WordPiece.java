package humeur.text;

/**
 * BERT's uncased WordPiece: the ids are those of Hugging Face's {@code BertTokenizer} for every text, {@code [MASK]} and
 * its like inside the text included.
 *
 * <p>A word is cut into the longest pieces that the vocabulary has, from its beginning (Wu et al. 2016); a word that cannot
 * be cut so, or is longer than 100 characters, is one {@code [UNK]}. The time is linear in the text's length, since no
 * piece is longer than the vocabulary's longest. Immutable: threads may share one.
 */
public final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final String[] SPECIAL_TOKENS = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};

    private final Vocabulary vocabulary;
    private final int[] specialIds = new int[SPECIAL_TOKENS.length];
    private final int unknown;
    private final int first;
    private final int last;

    /** @throws IllegalArgumentException if the vocabulary lacks one of BERT's special tokens */
    public WordPiece(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (int i = 0; i < SPECIAL_TOKENS.length; i++) {
            specialIds[i] = vocabulary.id(SPECIAL_TOKENS[i]);
        }
        unknown = vocabulary.id("[UNK]");
        first = vocabulary.id("[CLS]");
        last = vocabulary.id("[SEP]");
    }

    /**
     * Cuts a text into pieces.
     *
     * @param limit the most ids wanted, {@code [CLS]} and {@code [SEP]} included; later pieces are only counted
     */
    public Pieces encode(NormalizedText text, int limit) {
        if (limit < Pieces.MARKERS) {
            throw new IllegalArgumentException(
                    "The limit is %d; [CLS] and [SEP] alone are %d".formatted(limit, Pieces.MARKERS));
        }
        return new Encoder(text, new PieceList(text, limit, first)).run();
    }

    /** One text on its way into pieces. */
    private final class Encoder {
        private final String text;
        private final PieceList pieces;
        private final char[] word = new char[LONGEST_WORD + 1];
        private final int[] starts = new int[LONGEST_WORD + 1];
        private final int[] ends = new int[LONGEST_WORD + 1];
        private final int[] cut = new int[LONGEST_WORD];
        private int length;
        private int wordStart;
        private int wordEnd;

        private Encoder(NormalizedText source, PieceList pieces) {
            this.text = source.text();
            this.pieces = pieces;
        }

        private Pieces run() {
            int at = 0;
            while (at < text.length()) {
                at = text.charAt(at) == '[' ? bracket(at) : character(at);
            }
            endWord();
            return pieces.end(last);
        }

        private int bracket(int at) {
            for (int i = 0; i < SPECIAL_TOKENS.length; i++) {
                if (text.startsWith(SPECIAL_TOKENS[i], at)) {
                    endWord();
                    int end = at + SPECIAL_TOKENS[i].length();
                    pieces.add(specialIds[i], at, end);
                    return end;
                }
            }
            return character(at);
        }

        private int character(int at) {
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            switch (BertCharacters.kind(codePoint)) {
                case DROPPED -> extend(end);
                case SPACE -> endWord();
                case ALONE -> {
                    endWord();
                    append(codePoint, at, end);
                    endWord();
                }
                case LETTER -> append(codePoint, at, end);
            }
            return end;
        }

        /** An accent that is left out still belongs to the letter before it. */
        private void extend(int end) {
            if (length > 0) {
                wordEnd = end;
                ends[length - 1] = end;
            }
        }

        private void append(int codePoint, int start, int end) {
            if (length == 0) {
                wordStart = start;
            }
            wordEnd = end;
            if (length > LONGEST_WORD) {
                return;
            }
            String letters = BertCharacters.text(codePoint);
            for (int i = 0; i < letters.length() && length <= LONGEST_WORD; i++) {
                word[length] = letters.charAt(i);
                starts[length] = start;
                ends[length] = end;
                length++;
            }
        }

        private void endWord() {
            if (length == 0) {
                return;
            }
            int count = length > LONGEST_WORD ? 0 : cut();
            if (count == 0) {
                pieces.add(unknown, wordStart, wordEnd);
            }
            int from = 0;
            for (int i = 0; i < count; i++) {
                int to = from + vocabulary.length(cut[i]);
                pieces.add(cut[i], starts[from], ends[to - 1]);
                from = to;
            }
            length = 0;
        }

        /** Cuts the word into {@link #cut}; returns how many pieces that are, or 0 if the vocabulary lacks one. */
        private int cut() {
            int count = 0;
            int from = 0;
            while (from < length) {
                int id = vocabulary.longestPiece(word, from, length);
                if (id == Vocabulary.NONE) {
                    return 0;
                }
                cut[count++] = id;
                from += vocabulary.length(id);
            }
            return count;
        }
    }
}
