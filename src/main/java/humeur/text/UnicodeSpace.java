package humeur.text;

/**
 * White space as Unicode's {@code White_Space} property has it: unlike {@link Character#isWhitespace(char)} it holds the
 * no-break spaces and U+0085, and unlike {@link Character#isSpaceChar(char)} the control characters.
 */
public final class UnicodeSpace {
    private UnicodeSpace() {}

    public static boolean isSpace(char c) {
        return c == ' '
                || c >= '\t' && c <= '\r'
                || c == '\u0085'
                || c == '\u00A0'
                || c == '\u1680'
                || c >= '\u2000' && c <= '\u200A'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u205F'
                || c == '\u3000';
    }

    /** Whether a text holds nothing but white space; true for the empty text. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
