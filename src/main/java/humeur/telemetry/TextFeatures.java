package humeur.telemetry;

import humeur.text.UnicodeSpace;

/**
 * What may be told of a text in any language: how much of what there is in it, never what it says.
 *
 * @param codePoints its length as it was sent
 * @param words stretches without white space
 * @param emoji pictographs; the parts of a joined one count each
 * @param exclamationMarks of any width
 * @param links stretches that begin with {@code http://}, {@code https://} or {@code www.}
 */
public record TextFeatures(int codePoints, int words, int emoji, int exclamationMarks, int links) {
    private static final String[] LINKS = {"http://", "https://", "www."};

    /** Counts in one pass. */
    public static TextFeatures of(String text) {
        int codePoints = 0;
        int words = 0;
        int emoji = 0;
        int exclamationMarks = 0;
        int links = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            boolean space = Character.isBmpCodePoint(codePoint) && UnicodeSpace.isSpace((char) codePoint);
            if (!space && !inWord) {
                words++;
                links += isLink(text, i) ? 1 : 0;
            }
            inWord = !space;
            emoji += isPictograph(codePoint) ? 1 : 0;
            exclamationMarks += isExclamationMark(codePoint) ? 1 : 0;
            codePoints++;
            i += Character.charCount(codePoint);
        }
        return new TextFeatures(codePoints, words, emoji, exclamationMarks, links);
    }

    private static boolean isLink(String text, int at) {
        char first = text.charAt(at);
        if (first != 'h' && first != 'H' && first != 'w' && first != 'W') {
            return false;
        }
        for (String link : LINKS) {
            if (text.regionMatches(true, at, link, 0, link.length())) {
                return true;
            }
        }
        return false;
    }

    /** The blocks from Miscellaneous Symbols to Dingbats, and of the supplementary plane. */
    private static boolean isPictograph(int codePoint) {
        return codePoint >= 0x1F300 && codePoint <= 0x1FAFF || codePoint >= 0x2600 && codePoint <= 0x27BF;
    }

    private static boolean isExclamationMark(int codePoint) {
        return codePoint == '!' || codePoint == '\u00A1' || codePoint == '\uFF01';
    }
}
