package humeur.text;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts as nobody writes them and everybody sends them: a seeded generator, so that a failure comes again.
 *
 * <p>Each text is a row of pieces, chosen at random, with or without white space between them.
 */
public final class OddTexts {
    /** What Sentiment140's training file may hold: already normalised, in plain characters. */
    private static final List<String> PLAIN =
            pieces("love|HATE|don't|so-so|loooove|_|2nd|3.14|1,000|#fail|#|USER|URL|a|I|!|?!?!|.|...|!!!!!!|,|<3|</3|<|"
                    + ":/|:p|:'|*|'|\"|@|@ |h|w|ww|http|user@example.com|&|& |;|=|-|=/|(|)|[|]|D|\t|\n|  ");

    /** What only raw texts hold. */
    private static final List<String> RAW =
            pieces("@bob|@_|@bob_1's|@@bob|http://|http://t.co/x|HTTPS://T.CO|www.|www.example.com|wWw.x|:)|:-)|;)|=)|"
                    + ":(|:-(|=[|:]|:D|:-D|=D|;-D|::)|\u2018|\u2019|\u201C|\u201D|\u02BC|\u2026|\0|\uD83D|\uDE00|\uFFFD|"
                    + "\uD83D\uDE00|\u2764\uFE0F|\u2764|\uD83D\uDC4D\uD83C\uDFFD|\uD83E\uDD37\u200D\u2640\uFE0F|"
                    + "\uD83E\uDD84|\uD835\uDC9C|\u4F60\u597D|\u3042|\uD55C\uAD6D\uC5B4|\u05E9\u05DC\u05D5\u05DD|"
                    + "\u0645\u0631\u062D\u0628\u0627|\u202E|\u200F|\u00E9|e\u0301|\u0130|\u1E9E|\u00DF|\u03A3|\u00A0|"
                    + "\u3000|\u2009|\u0085|\u2028|\u200B|\u00AD|\uFEFF|\u0007|\u001B|\u00BD|\u2460|\u0663|\uFF21|"
                    + "\uFF1A\uFF09");

    /** What normalising takes away or writes anew, so that a second time may find what the first could not. */
    private static final List<String> REWRITTEN =
            pieces("&amp;|&lt;|&gt;|&quot;|&apos;|&nbsp;|&#39;|&#x1F600;|&#64;|&#58;|&#0;|&#xD83D;|&#x110000;|&nosuch;|"
                    + "&amp;amp;|\uFE0F|\uFE0E|\u200D|\u2640|\uD83C\uDFFF");

    private OddTexts() {}

    private static List<String> pieces(String separatedByBars) {
        return List.of(separatedByBars.split("\\|"));
    }

    /** Raw texts of every kind, and a few very long ones. */
    public static Stream<String> raw(long seed, int count) {
        Random random = new Random(seed);
        List<String> pieces =
                Stream.of(PLAIN, RAW, REWRITTEN).flatMap(List::stream).toList();
        return IntStream.range(0, count).mapToObj(i -> text(random, pieces, i % 500 == 499 ? 5_000 : 12, true));
    }

    /** Raw texts without HTML entities and without emoji's modifiers. */
    public static Stream<String> withoutRewrites(long seed, int count) {
        Random random = new Random(seed);
        List<String> pieces = Stream.of(PLAIN, RAW).flatMap(List::stream).toList();
        return IntStream.range(0, count).mapToObj(i -> text(random, pieces, 12, false));
    }

    /** Texts in the form of the training file. */
    public static Stream<String> plain(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> words(random, PLAIN));
    }

    private static String text(Random random, List<String> pieces, int most, boolean anyCodePoint) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            if (anyCodePoint && random.nextInt(10) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static String words(Random random, List<String> pieces) {
        return random.ints(random.nextInt(20), 0, pieces.size())
                .mapToObj(pieces::get)
                .reduce((left, right) -> left + ' ' + right)
                .orElse("");
    }
}
