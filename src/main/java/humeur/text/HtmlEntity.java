package humeur.text;

/**
 * A character reference of HTML, as Twitter and many feeds leave them in a text: the five of XML, {@code &nbsp;} and
 * numeric ones. Anything else is taken literally.
 *
 * @param codePoint the character it stands for; a Unicode scalar value other than NUL
 * @param length UTF-16 units from {@code &} to {@code ;}, or 0 if no reference begins here
 */
record HtmlEntity(int codePoint, int length) {
    private static final HtmlEntity NONE = new HtmlEntity('&', 0);
    private static final int LONGEST = "&#x10FFFF;".length();

    static HtmlEntity at(String text, int start) {
        int end =
                text.substring(start, Math.min(text.length(), start + LONGEST)).indexOf(';');
        if (end < 0) {
            return NONE;
        }
        int codePoint = codePoint(text.substring(start + 1, start + end));
        return codePoint < 0 ? NONE : new HtmlEntity(codePoint, end + 1);
    }

    private static int codePoint(String name) {
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            case "nbsp" -> ' ';
            default -> numeric(name);
        };
    }

    private static int numeric(String name) {
        if (name.length() < 2 || name.charAt(0) != '#') {
            return -1;
        }
        boolean hexadecimal = Character.toLowerCase(name.charAt(1)) == 'x';
        int radix = hexadecimal ? 16 : 10;
        int value = 0;
        int first = hexadecimal ? 2 : 1;
        for (int i = first; i < name.length(); i++) {
            int digit = name.charAt(i) < 128 ? Character.digit(name.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        boolean scalar = value > 0 && value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF);
        return name.length() > first && scalar ? value : -1;
    }
}
