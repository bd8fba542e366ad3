package humeur.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What BERT's uncased normalisation makes of each character: clean-up, canonical decomposition, no accents, lower case, and
 * whether it parts words.
 *
 * <p>The tables are the file {@code bert-uncased-characters.txt} beside this class, read off the reference tokenizer for
 * every code point. The running JDK's own Unicode tables are not asked: they differ from release to release, and a
 * character assigned later would then be cut otherwise in serving than in training.
 */
final class BertCharacters {
    /** What a character does to the word it stands in. */
    enum Kind {
        /** It is left out, and the word goes on. */
        DROPPED,
        /** It ends the word. */
        SPACE,
        /** It ends the word and is a word by itself: punctuation, Chinese characters. */
        ALONE,
        /** It is a part of the word, as its {@link #text}. */
        LETTER
    }

    /** Characters from {@code first} to {@code last}; {@code text} has one for each, or one for all, or none. */
    private record Run(int first, int last, Kind kind, String text) {
        String text(int codePoint) {
            if (text.length() == last - first + 1 && first != last) {
                return text.substring(codePoint - first, codePoint - first + 1);
            }
            return text.isEmpty() ? Character.toString(codePoint) : text;
        }
    }

    private static final String FILE = "bert-uncased-characters.txt";
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;

    private static final Run[] RUNS = read();
    private static final Run[] ASCII = ascii();

    private BertCharacters() {}

    static Kind kind(int codePoint) {
        return run(codePoint).kind;
    }

    /** What stands for the character in the vocabulary's alphabet; the character itself if that does not have it. */
    static String text(int codePoint) {
        if (codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE) {
            return jamo(codePoint - FIRST_SYLLABLE);
        }
        return run(codePoint).text(codePoint);
    }

    /** A Hangul syllable's letters (The Unicode Standard, section 3.12). */
    private static String jamo(int syllable) {
        String open = "" + (char) (0x1100 + syllable / 588) + (char) (0x1161 + syllable % 588 / 28);
        return syllable % 28 == 0 ? open : open + (char) (0x11A7 + syllable % 28);
    }

    private static Run run(int codePoint) {
        return codePoint < ASCII.length ? ASCII[codePoint] : search(codePoint);
    }

    private static Run search(int codePoint) {
        int low = 0;
        int high = RUNS.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Run run = RUNS[middle];
            if (codePoint < run.first) {
                high = middle - 1;
            } else if (codePoint > run.last) {
                low = middle + 1;
            } else {
                return run;
            }
        }
        return new Run(codePoint, codePoint, Kind.LETTER, "");
    }

    private static Run[] ascii() {
        Run[] runs = new Run[128];
        for (int c = 0; c < runs.length; c++) {
            Run run = search(c);
            runs[c] = new Run(c, c, run.kind, run.text(c));
        }
        return runs;
    }

    private static Run[] read() {
        List<Run> runs = new ArrayList<>();
        try (InputStream file = BertCharacters.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    runs.add(parse(line.split(" ", 4)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The class path lacks " + FILE, e);
        }
        return runs.toArray(Run[]::new);
    }

    private static Run parse(String[] fields) {
        return new Run(
                Integer.parseInt(fields[0], 16),
                Integer.parseInt(fields[1], 16),
                Kind.valueOf(fields[2]),
                fields.length > 3 ? fields[3] : "");
    }
}
