package humeur.training.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How a row holds its label and its text. */
enum RowFormat {
    /** {@code label,text} in UTF-8, 0 negative and 1 positive. */
    LABEL_AND_TEXT(2, 1, UTF_8, Map.of("0", Optional.of(false), "1", Optional.of(true))),

    /**
     * Stanford's original: {@code polarity,id,date,query,user,text} in ISO 8859-1, 0 negative, 2 neutral, 4 positive
     * (Go, Bhayani and Huang 2009).
     */
    SENTIMENT140(6, 5, ISO_8859_1, Map.of("0", Optional.of(false), "2", Optional.empty(), "4", Optional.of(true)));

    private final int columns;
    private final int textColumn;
    private final Charset charset;
    private final Map<String, Optional<Boolean>> labels;

    RowFormat(int columns, int textColumn, Charset charset, Map<String, Optional<Boolean>> labels) {
        this.columns = columns;
        this.textColumn = textColumn;
        this.charset = charset;
        this.labels = labels;
    }

    static RowFormat of(Path file, CsvRecord first) {
        for (RowFormat format : values()) {
            if (format.columns == first.getFieldCount()) {
                return format;
            }
        }
        throw new MalformedRowException(
                file,
                first.getStartingLineNumber(),
                "%d columns; expected 2 (label,text) or 6 (polarity,id,date,query,user,text)"
                        .formatted(first.getFieldCount()));
    }

    Charset charset() {
        return charset;
    }

    /** The row's labelled text, or none if it is neutral. */
    Optional<LabelledText> parse(Path file, CsvRecord row) {
        if (row.getFieldCount() != columns) {
            throw malformed(file, row, "%d columns; expected %d".formatted(row.getFieldCount(), columns));
        }
        Optional<Boolean> positive = labels.get(row.getField(0).strip());
        if (positive == null) {
            throw malformed(
                    file,
                    row,
                    "the label is \"%s\"; expected one of %s"
                            .formatted(
                                    row.getField(0),
                                    labels.keySet().stream().sorted().toList()));
        }
        return positive.map(label -> new LabelledText(row.getField(textColumn), label));
    }

    private static MalformedRowException malformed(Path file, CsvRecord row, String problem) {
        return new MalformedRowException(file, row.getStartingLineNumber(), problem);
    }
}
