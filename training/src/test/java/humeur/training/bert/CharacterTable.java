package humeur.training.bert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads off the reference tokenizer what it makes of every character, and writes it as {@code bert-uncased-characters.txt}.
 *
 * <p>Each character is put between two letters: {@code a?a} is {@code aa} if it is left out, {@code a a} if it is white
 * space, {@code a x a} if it stands alone as {@code x}, {@code axa} if it is the letter {@code x}. A character of which
 * nothing is in the vocabulary makes its word unknown, whatever else is done to it, and needs no line.
 */
final class CharacterTable {
    private static final String HEADER = """
            # What BERT's uncased tokenizer makes of each character: first and last code point of a run, kind, and the text
            # that stands for it: one character for each of the run, or one text for all, or none if that is itself.
            # A character without a line is a letter that stands for itself. Written by humeur.training.bert.CharacterTable.
            """;
    private static final int FIRST_SURROGATE = 0xD800;
    private static final int LAST_SURROGATE = 0xDFFF;
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int BLOCK = 256;

    private record Run(int first, int last, String kind, List<String> texts) {
        boolean continuedBy(Run next) {
            return last + 1 == next.first
                    && kind.equals(next.kind)
                    && texts.get(0).isEmpty() == next.texts.get(0).isEmpty()
                    && (texts.get(0).isEmpty() || isOne() && next.isOne());
        }

        private boolean isOne() {
            return texts.get(0).length() == 1;
        }

        Run with(Run next) {
            List<String> both = new ArrayList<>(texts);
            both.addAll(next.texts);
            return new Run(first, next.last, kind, both);
        }

        @Override
        public String toString() {
            String text = texts.stream().distinct().count() == 1 ? texts.get(0) : String.join("", texts);
            return "%04X %04X %s %s".formatted(first, last, kind, text).stripTrailing();
        }
    }

    private final ReferenceTokenizer reference;
    private final List<Run> runs = new ArrayList<>();

    CharacterTable(ReferenceTokenizer reference) {
        this.reference = reference;
    }

    /** Writes the file named by the first argument. */
    public static void main(String[] arguments) throws IOException {
        try (ReferenceTokenizer reference = new ReferenceTokenizer()) {
            Files.writeString(Path.of(arguments[0]), new CharacterTable(reference).write());
        }
    }

    String write() {
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += BLOCK) {
            block(first);
        }
        StringBuilder file = new StringBuilder(HEADER);
        runs.forEach(run -> file.append(run).append('\n'));
        return file.toString();
    }

    private void block(int first) {
        StringBuilder probes = new StringBuilder();
        for (int c = first; c < first + BLOCK; c++) {
            probes.append(isProbed(c) ? "a" + Character.toString(c) + "a[SEP]" : "aa[SEP]");
        }
        List<String> tokens = reference.tokens(probes.toString());
        int from = 0;
        for (int c = first; c < first + BLOCK; c++) {
            int to = from;
            while (!tokens.get(to).equals("[SEP]")) {
                to++;
            }
            if (c < FIRST_SYLLABLE || c > LAST_SYLLABLE) {
                add(c, tokens.subList(from, to));
            }
            from = to + 1;
        }
    }

    /** A lone surrogate is no character; like U+FFFD, which stands for one, it is left out. */
    private static boolean isProbed(int c) {
        return c < FIRST_SURROGATE || c > LAST_SURROGATE;
    }

    private void add(int c, List<String> tokens) {
        String word = String.join(" ", tokens).replace(" ##", "");
        String itself = Character.toString(c);
        if (word.equals("aa")) {
            add(new Run(c, c, "DROPPED", List.of("")));
        } else if (word.equals("a a")) {
            add(new Run(c, c, "SPACE", List.of("")));
        } else if (word.startsWith("a ")) {
            String text = word.substring(2, word.length() - 2);
            add(new Run(c, c, "ALONE", List.of(text.equals("[UNK]") || text.equals(itself) ? "" : text)));
        } else if (!word.equals("[UNK]") && !word.equals("a" + itself + "a")) {
            add(new Run(c, c, "LETTER", List.of(word.substring(1, word.length() - 1))));
        }
    }

    private void add(Run run) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).continuedBy(run)) {
            runs.set(last, runs.get(last).with(run));
        } else {
            runs.add(run);
        }
    }
}
