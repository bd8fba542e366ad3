package humeur.training.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A file of labelled texts: CSV as in RFC 4180 without a header row, plain or ending in {@code .gz}, in either
 * {@link RowFormat}. The number of columns of the first row tells which.
 */
public final class DataFile {
    private static final String GZIP_SUFFIX = ".gz";
    private static final int BUFFER = 1 << 16;

    /** Stands for bytes that are no characters, so that their row can be named: U+FFFF is never in a text. */
    private static final String UNDECODABLE = "\uffff";

    private final Path path;

    public DataFile(Path path) {
        this.path = path;
    }

    /**
     * Hands over each labelled text in the order of the file; neutral rows are left out.
     *
     * @throws MalformedRowException if a row is not of the file's format; it names the file and the line
     * @throws IOException if the file cannot be read
     */
    /** All labelled texts of a file, in its order. */
    public static List<LabelledText> all(Path path) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        new DataFile(path).forEach(texts::add);
        return texts;
    }

    public void forEach(Consumer<LabelledText> consumer) throws IOException {
        RowFormat format = format();
        long next = 1;
        long last = 1;
        try (QuoteCounter quotes = new QuoteCounter(decoded(format.charset()));
                CsvReader<CsvRecord> rows = rows(quotes)) {
            for (CsvRecord row : rows) {
                last = row.getStartingLineNumber();
                next = last + lines(row);
                requireDecodable(row, format.charset());
                format.parse(path, row).ifPresent(consumer);
            }
            if (quotes.odd()) {
                throw new MalformedRowException(path, last, "a quote is opened here and never closed");
            }
        } catch (CsvParseException e) {
            throw new MalformedRowException(path, next, "not CSV as in RFC 4180", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private RowFormat format() throws IOException {
        // Any byte is a character of ISO 8859-1, so the columns can be counted before the encoding is known.
        try (CsvReader<CsvRecord> rows = rows(decoded(ISO_8859_1))) {
            var row = rows.iterator();
            return row.hasNext() ? RowFormat.of(path, row.next()) : RowFormat.LABEL_AND_TEXT;
        } catch (CsvParseException e) {
            throw new MalformedRowException(path, 1, "not CSV as in RFC 4180", e);
        }
    }

    private void requireDecodable(CsvRecord row, Charset charset) {
        if (row.getFields().stream().anyMatch(field -> field.contains(UNDECODABLE))) {
            throw new MalformedRowException(path, row.getStartingLineNumber(), "not " + charset);
        }
    }

    private static long lines(CsvRecord row) {
        return 1
                + row.getFields().stream()
                        .flatMapToInt(String::chars)
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Rows with too few or too many columns pass, so that {@link RowFormat} can say what it expected. */
    private static CsvReader<CsvRecord> rows(Reader decoded) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(decoded);
    }

    private Reader decoded(Charset charset) throws IOException {
        return new InputStreamReader(
                open(path),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(UNDECODABLE));
    }

    /** The file's content, decompressed where its name ends in {@code .gz}. */
    public static InputStream open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        if (!path.toString().endsWith(GZIP_SUFFIX)) {
            return file;
        }
        try {
            return new GZIPInputStream(file, BUFFER);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}
