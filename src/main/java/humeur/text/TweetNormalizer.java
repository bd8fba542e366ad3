package humeur.text;

import java.util.Arrays;
import java.util.List;

/**
 * Brings a raw text (a tweet, a review, a message) to the form of the Sentiment140 training file: {@code @name} becomes
 * {@code USER}, a link {@code URL}, HTML entities their character, typographic quotes plain ones.
 *
 * <p>That file was labelled by its emoticons, which were then removed, and is older than emoji. Both therefore become an
 * English word that the models do know ({@link Pictographs}). NUL and lone surrogates become U+FFFD: ONNX Runtime's Java
 * binding hands strings over as modified UTF-8, in which they could not be told from valid text. White space stays.
 *
 * <p>Every step looks at each character a bounded number of times, so the time is linear in the length. The result of a
 * text that is already in this form is the text itself; entities are decoded once, so one that was escaped twice is not
 * yet in this form after a first pass.
 */
public final class TweetNormalizer {
    private static final String USER = "USER";
    private static final String URL = "URL";
    private static final List<String> LINK_PREFIXES = List.of("http://", "https://", "www.");

    private final String raw;
    private final StringBuilder text;
    private int[] sources;
    private int at;

    private TweetNormalizer(String raw) {
        this.raw = raw;
        this.text = new StringBuilder(raw.length() + 16);
        this.sources = new int[raw.length() + 17];
    }

    /** Never fails: any sequence of UTF-16 units has a normalised form. */
    public static NormalizedText normalize(String raw) {
        return new TweetNormalizer(raw).run();
    }

    private NormalizedText run() {
        while (at < raw.length()) {
            step();
        }
        int[] ends = Arrays.copyOf(sources, text.length() + 1);
        ends[text.length()] = raw.length();
        return new NormalizedText(text.toString(), ends);
    }

    private void step() {
        char c = raw.charAt(at);
        switch (c) {
            case '&' -> entity();
            case '@' -> mention();
            case 'h', 'H', 'w', 'W' -> link();
            case ':', ';', '=' -> emoticon(c);
            case '\u2018', '\u2019', '\u02BC' -> emit('\'', at, 1);
            case '\u201C', '\u201D' -> emit('"', at, 1);
            case '\u2026' -> ellipsis();
            case '\0' -> emit('\uFFFD', at, 1);
            default -> other(c);
        }
    }

    private void entity() {
        HtmlEntity entity = HtmlEntity.at(raw, at);
        if (entity.length() == 0) {
            emit('&', at, 1);
            return;
        }
        character(entity.codePoint(), entity.length());
    }

    private void mention() {
        int end = at + 1;
        while (end < raw.length() && isNameCharacter(raw.charAt(end))) {
            end++;
        }
        if (end > at + 1 && !followsWordCharacter() && !follows('@')) {
            emit(USER, end);
        } else {
            emit('@', at, 1);
        }
    }

    private void link() {
        int end = at + linkPrefix();
        if (end == at || followsWordCharacter() || isWhiteSpace(end)) {
            emit(raw.charAt(at), at, 1);
            return;
        }
        while (!isWhiteSpace(end)) {
            end++;
        }
        emit(URL, end);
    }

    private int linkPrefix() {
        for (String prefix : LINK_PREFIXES) {
            if (raw.regionMatches(true, at, prefix, 0, prefix.length())) {
                return prefix.length();
            }
        }
        return 0;
    }

    private void emoticon(char eyes) {
        int length = Pictographs.emoticonLength(raw, at, followsSpace());
        if (length > 0) {
            word(Pictographs.emoticonWord(raw, at, length), length);
        } else {
            emit(eyes, at, 1);
        }
    }

    private void ellipsis() {
        emit('.', at, 0);
        emit('.', at, 0);
        emit('.', at, 1);
    }

    private void other(char c) {
        if (c < Pictographs.FIRST) {
            emit(c, at, 1);
        } else {
            int codePoint = raw.codePointAt(at);
            character(codePoint, Character.charCount(codePoint));
        }
    }

    /** Emits one code point for {@code consumed} units of the raw text. */
    private void character(int codePoint, int consumed) {
        String word = Pictographs.emojiWord(codePoint);
        if (!word.isEmpty()) {
            word(word, consumed);
        } else if (Pictographs.isModifier(codePoint)) {
            at += consumed;
        } else if (Character.isBmpCodePoint(codePoint)) {
            char c = (char) codePoint;
            emit(Character.isSurrogate(c) ? '\uFFFD' : c, at, consumed);
        } else {
            emit(Character.highSurrogate(codePoint), at, 0);
            emit(Character.lowSurrogate(codePoint), at, consumed);
        }
    }

    /**
     * Emits a word with white space around it, since a pictograph may touch its neighbours; the modifiers behind a pictograph
     * belong to it.
     */
    private void word(String word, int consumed) {
        if (!followsSpace()) {
            emit(' ', at, 0);
        }
        int end = at + consumed;
        while (end < raw.length() && Pictographs.isModifier(raw.codePointAt(end))) {
            end += Character.charCount(raw.codePointAt(end));
        }
        emit(word, end);
        if (!isWhiteSpace(at)) {
            emit(' ', at, 0);
        }
    }

    private void emit(String replacement, int end) {
        for (int i = 0; i < replacement.length(); i++) {
            emit(replacement.charAt(i), at, 0);
        }
        at = end;
    }

    private void emit(char c, int source, int consumed) {
        if (text.length() + 1 >= sources.length) {
            sources = Arrays.copyOf(sources, sources.length * 2);
        }
        sources[text.length()] = source;
        text.append(c);
        at = source + consumed;
    }

    private boolean followsWordCharacter() {
        if (text.isEmpty()) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return last == '_' || Character.isLetterOrDigit(last);
    }

    private boolean follows(char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }

    private boolean followsSpace() {
        return text.isEmpty() || UnicodeSpace.isSpace(text.charAt(text.length() - 1));
    }

    private boolean isWhiteSpace(int index) {
        return index >= raw.length() || UnicodeSpace.isSpace(raw.charAt(index));
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
