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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A file of labelled texts: CSV as in RFC 4180 without a header row, plain or ending in {@code .gz}, in either
 * {@link RowFormat}. The number of columns of the first row tells which.
 */
public final class DataFile {
    private static final String GZIP_SUFFIX = ".gz";

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
    public void forEach(Consumer<LabelledText> consumer) throws IOException {
        RowFormat format = format();
        long line = 1;
        try (Reader decoded = decoded(format);
                CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(decoded)) {
            for (CsvRecord row : rows) {
                line = row.getStartingLineNumber();
                format.parse(path, row).ifPresent(consumer);
            }
        } catch (CsvParseException e) {
            throw new MalformedRowException(path, line + 1, "not CSV as in RFC 4180 (" + e.getMessage() + ")", e);
        } catch (java.io.UncheckedIOException e) {
            throw unreadable(format, line, e.getCause());
        } catch (CharacterCodingException e) {
            throw unreadable(format, line, e);
        }
    }

    private IOException unreadable(RowFormat format, long line, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            throw new MalformedRowException(path, line + 1, "not %s, near this line".formatted(format.charset()), cause);
        }
        return cause;
    }

    private RowFormat format() throws IOException {
        // Any byte is a character of ISO 8859-1, so the columns can be counted before the encoding is known.
        try (Reader decoded = new InputStreamReader(bytes(), ISO_8859_1);
                CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(decoded)) {
            var first = rows.iterator();
            return first.hasNext() ? RowFormat.of(path, first.next()) : RowFormat.LABEL_AND_TEXT;
        } catch (CsvParseException e) {
            throw new MalformedRowException(path, 1, "not CSV as in RFC 4180 (" + e.getMessage() + ")", e);
        }
    }

    private Reader decoded(RowFormat format) throws IOException {
        return new InputStreamReader(
                bytes(),
                format.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private InputStream bytes() throws IOException {
        return open(path);
    }

    /** The file's content, decompressed where its name ends in {@code .gz}. */
    public static InputStream open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        if (!path.toString().endsWith(GZIP_SUFFIX)) {
            return file;
        }
        try {
            return new GZIPInputStream(file, 1 << 16);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}
