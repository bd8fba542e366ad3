package humeur.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a normalised text into the words of the word models: runs of letters, digits, marks and {@code _}, with inner
 * apostrophes ({@code don't}); runs of {@code ! ? .}; emoticons such as {@code :/} and {@code <3}; any other sign alone.
 *
 * <p>Words are lower-cased character by character, a leading {@code #} is not part of one, and three or more of the same
 * character count as two ({@code loooove} is {@code loove}). Signs and letters beyond the Basic Multilingual Plane, control
 * characters and U+FFFD are no words: no model has seen them. Letters are what {@link Character} says they are, so a
 * character that Unicode assigned after the running JDK's tables is a sign. The time is linear in the length.
 */
public final class WordTokenizer {
    private static final String MOUTHS = "()[]dDpPoO/\\|*";

    private final NormalizedText source;
    private final String text;
    private final List<Word> words = new ArrayList<>();

    private WordTokenizer(NormalizedText source) {
        this.source = source;
        this.text = source.text();
    }

    /** The words in their order; none for a text without any. */
    public static List<Word> tokenize(NormalizedText text) {
        return new WordTokenizer(text).run();
    }

    /** The words' texts with one space between them: what a text-graph model reads. */
    public static String join(List<Word> words) {
        StringBuilder joined = new StringBuilder(words.size() * 6);
        for (Word word : words) {
            (joined.isEmpty() ? joined : joined.append(' ')).append(word.text());
        }
        return joined.toString();
    }

    private List<Word> run() {
        int at = 0;
        while (at < text.length()) {
            int end = end(at);
            if (end > at) {
                words.add(new Word(fold(at, end), source.source(at), source.source(end)));
                at = end;
            } else {
                at++;
            }
        }
        return words;
    }

    /** Where the word that begins at {@code start} ends, or {@code start} if none begins there. */
    private int end(int start) {
        char c = text.charAt(start);
        if (isWordCharacter(c)) {
            return wordEnd(start);
        }
        if (isMark(c)) {
            return runEnd(start);
        }
        if (c == '<' || c == ':' || c == ';' || c == '=') {
            int end = emoticonEnd(start);
            return end > start ? end : start + 1;
        }
        boolean hashtag = c == '#' && start + 1 < text.length() && isWordCharacter(text.charAt(start + 1));
        boolean skipped = hashtag || UnicodeSpace.isSpace(c) || Character.isISOControl(c) || isUnknown(c);
        return skipped ? start : start + 1;
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < text.length()
                && (isWordCharacter(text.charAt(end))
                        || text.charAt(end) == '\''
                                && end + 1 < text.length()
                                && Character.isLetter(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private int runEnd(int start) {
        int end = start;
        while (end < text.length() && isMark(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int emoticonEnd(int start) {
        if (text.startsWith("<3", start)) {
            return start + 2;
        }
        if (text.startsWith("</3", start)) {
            return start + 3;
        }
        int mouth = start + 1;
        if (mouth < text.length() && "-'".indexOf(text.charAt(mouth)) >= 0) {
            mouth++;
        }
        if (text.charAt(start) == '<' || mouth >= text.length() || MOUTHS.indexOf(text.charAt(mouth)) < 0) {
            return start;
        }
        boolean letter = Character.isLetter(text.charAt(mouth));
        boolean ends = mouth + 1 == text.length() || !isWordCharacter(text.charAt(mouth + 1));
        return !letter || ends ? mouth + 1 : start;
    }

    private String fold(int start, int end) {
        StringBuilder folded = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            int length = folded.length();
            boolean third = length > 1 && folded.charAt(length - 1) == c && folded.charAt(length - 2) == c;
            if (!third) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean isMark(char c) {
        return c == '!' || c == '?' || c == '.';
    }

    private static boolean isUnknown(char c) {
        return Character.isSurrogate(c) || c == '\uFFFD' || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isWordCharacter(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.OTHER_NUMBER
                || type == Character.LETTER_NUMBER;
    }
}
