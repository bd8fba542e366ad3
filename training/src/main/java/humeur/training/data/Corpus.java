package humeur.training.data;

import humeur.training.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clean examples, split into parts.
 *
 * <p>Cleaning: texts without a word are dropped; of several texts with the same words one stays, the first; if those carry
 * both labels, none stays. It comes before splitting, so that no copy of a training text is tested on.
 *
 * @param parts the examples of each part, in the order of the file
 * @param cleaning what was dropped
 */
public record Corpus(Map<Part, List<Example>> parts, Cleaning cleaning) {
    private static final int REPORT_EVERY = 1 << 17;

    public Corpus {
        parts = Map.copyOf(parts);
    }

    /**
     * Rows read and dropped.
     *
     * @param rows labelled rows of the file
     * @param wordless rows without any word
     * @param duplicates further rows with the words of an earlier one
     * @param conflicting distinct texts that carried both labels
     */
    public record Cleaning(int rows, int wordless, int duplicates, int conflicting) {
        public int kept() {
            return rows - wordless - duplicates - conflicting;
        }
    }

    /**
     * Reads and cleans a file.
     *
     * @throws MalformedRowException if a row is not a labelled text
     */
    public static Corpus read(Path file, Progress progress) throws IOException {
        Builder builder = new Builder();
        new DataFile(file).forEach(labelled -> {
            builder.add(labelled);
            if (builder.rows % REPORT_EVERY == 0) {
                progress.report("reading", builder.rows, 0);
            }
        });
        return builder.build();
    }

    /** Cleans texts that are in memory already. */
    public static Corpus of(Iterable<LabelledText> texts) {
        Builder builder = new Builder();
        texts.forEach(builder::add);
        return builder.build();
    }

    public List<Example> part(Part part) {
        return parts.get(part);
    }

    private static final class Builder {
        private final Map<String, Entry> byWords = new LinkedHashMap<>();
        private int rows;
        private int wordless;
        private int duplicates;

        private static final class Entry {
            private final Example example;
            private boolean conflicting;

            private Entry(Example example) {
                this.example = example;
            }
        }

        void add(LabelledText labelled) {
            rows++;
            Example example = Example.of(labelled);
            if (example.words().isEmpty()) {
                wordless++;
                return;
            }
            Entry entry = byWords.computeIfAbsent(example.words(), words -> new Entry(example));
            if (entry.example != example) {
                duplicates++;
                entry.conflicting |= entry.example.positive() != example.positive();
            }
        }

        Corpus build() {
            Map<Part, List<Example>> parts = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                parts.put(part, new ArrayList<>());
            }
            int conflicting = 0;
            for (Entry entry : byWords.values()) {
                if (entry.conflicting) {
                    conflicting++;
                } else {
                    parts.get(entry.example.part()).add(entry.example);
                }
            }
            parts.replaceAll((part, examples) -> List.copyOf(examples));
            return new Corpus(parts, new Cleaning(rows, wordless, duplicates, conflicting));
        }
    }
}
