package humeur.text;

/**
 * The English word that an emoji or an emoticon stands for.
 *
 * <p>The emoticons are those whose presence labelled the training tweets and which were then cut out of them (Go, Bhayani
 * and Huang 2009), so that no model can have learnt them; others, such as {@code :/} and {@code <3}, are still in those
 * tweets and stay as they are. The emoji are the most frequent ones of current text, with words close to their CLDR
 * keywords.
 */
final class Pictographs {
    /** Every emoji and modifier is at or above this code point. */
    static final int FIRST = 0x200D;

    private Pictographs() {}

    /**
     * UTF-16 units of the emoticon that begins at {@code start} with its eyes, or 0 if none does; one with a letter for its
     * mouth has to stand apart.
     */
    static int emoticonLength(String text, int start, boolean apart) {
        int mouth = start + 1;
        if (mouth < text.length() && text.charAt(mouth) == '-') {
            mouth++;
        }
        if (mouth >= text.length()) {
            return 0;
        }
        char c = text.charAt(mouth);
        if (c == 'D') {
            boolean ends = mouth + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(mouth + 1));
            return apart && ends ? mouth + 1 - start : 0;
        }
        return c == ')' || c == '(' || c == ']' || c == '[' ? mouth + 1 - start : 0;
    }

    static String emoticonWord(String text, int start, int length) {
        char mouth = text.charAt(start + length - 1);
        if (mouth == '(' || mouth == '[') {
            return "sad";
        }
        return text.charAt(start) == ';' ? "wink" : "smile";
    }

    /** Variation selectors, joiners, skin tones and gender signs: they change how an emoji looks, not what it says. */
    static boolean isModifier(int codePoint) {
        return codePoint == 0xFE0F
                || codePoint == 0xFE0E
                || codePoint == 0x200D
                || codePoint == 0x2640
                || codePoint == 0x2642
                || codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    /** The word for an emoji, or the empty string for any other code point. */
    static String emojiWord(int codePoint) {
        return switch (codePoint) {
            case 0x2764, 0x2665, 0x1F9E1, 0x1F49B, 0x1F49A, 0x1F499, 0x1F49C, 0x1F5A4, 0x1F90D, 0x1F90E -> "love";
            case 0x2763, 0x1F493, 0x1F495, 0x1F496, 0x1F497, 0x1F498, 0x1F49D, 0x1F49E, 0x1F49F -> "love";
            case 0x1F60D, 0x1F970, 0x1F63B, 0x1FAF6 -> "love";
            case 0x1F494 -> "heartbroken";
            case 0x1F600, 0x1F603, 0x1F604, 0x1F601, 0x1F60A, 0x1F642, 0x1F607, 0x263A, 0x1F63A, 0x1F638 -> "smile";
            case 0x1F606, 0x1F605 -> "haha";
            case 0x1F602, 0x1F923, 0x1F639 -> "lol";
            case 0x1F609, 0x1F61C, 0x1F92A -> "wink";
            case 0x1F618, 0x1F617, 0x1F619, 0x1F61A, 0x1F48B, 0x1F63D -> "kiss";
            case 0x1F917 -> "hug";
            case 0x1F60E, 0x1F919 -> "cool";
            case 0x1F929 -> "amazing";
            case 0x1F60B, 0x1F924 -> "yummy";
            case 0x1F60C -> "relaxed";
            case 0x1F973, 0x1F389, 0x1F38A, 0x1F57A, 0x1F483 -> "yay";
            case 0x1F44D, 0x1F44C, 0x1F4AF -> "great";
            case 0x1F44F -> "congrats";
            case 0x1F64C -> "yay";
            case 0x1F64F -> "thanks";
            case 0x1F4AA -> "strong";
            case 0x1F525, 0x2728, 0x2B50, 0x1F31F -> "awesome";
            case 0x1F3C6, 0x1F947 -> "win";
            case 0x1F339, 0x1F490, 0x1F338, 0x1F33B, 0x1F33A -> "flowers";
            case 0x2600, 0x1F31E -> "sunny";
            case 0x1F622, 0x1F62D, 0x1F97A, 0x1F63F -> "crying";
            case 0x1F641, 0x2639, 0x1F614, 0x1F61E, 0x1F61F, 0x1F625, 0x1F613, 0x1F63E -> "sad";
            case 0x1F629, 0x1F62B, 0x1F623, 0x1F616, 0x1F62E -> "ugh";
            case 0x1F620, 0x1F621, 0x1F92C, 0x1F624, 0x1F47F -> "angry";
            case 0x1F644, 0x1F612, 0x1F611, 0x1F610 -> "annoyed";
            case 0x1F631, 0x1F628, 0x1F627, 0x1F630 -> "scared";
            case 0x1F633 -> "embarrassed";
            case 0x1F615, 0x1F914, 0x1F937 -> "confused";
            case 0x1F634, 0x1F971 -> "sleepy";
            case 0x1F912, 0x1F915, 0x1F637, 0x1F927 -> "sick";
            case 0x1F922, 0x1F92E, 0x1F4A9 -> "gross";
            case 0x1F44E -> "bad";
            case 0x1F926 -> "stupid";
            case 0x1F480, 0x2620 -> "dead";
            default -> "";
        };
    }
}
