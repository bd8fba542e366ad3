package humeur.benchmark.load;

import humeur.benchmark.options.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The texts of a CSV file (RFC 4180) of label and text, plain or gzip, as the Python peer is trained on. */
final class LabelledTexts {
    private static final Pattern ROW = Pattern.compile("[01],(?:\"((?:[^\"]|\"\")*)\"|([^\"]*))");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final Path file;

    LabelledTexts(Path file) {
        this.file = file;
    }

    /**
     * The first texts that have a letter (others may rightly be refused) and lie on one line.
     *
     * @throws UsageException if the file cannot be read or holds no such text
     */
    List<String> first(int count) {
        try (BufferedReader lines = reader()) {
            List<String> texts = lines.lines()
                    .map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row ->
                            row.group(1) == null ? row.group(2) : row.group(1).replace("\"\"", "\""))
                    .filter(text -> LETTER.matcher(text).find())
                    .limit(count)
                    .toList();
            if (texts.isEmpty()) {
                throw new UsageException("--data: no row of label,text with label 0 or 1 in " + file);
            }
            return texts;
        } catch (IOException e) {
            throw new UsageException("--data: cannot read " + file + ": " + e.getMessage());
        }
    }

    private BufferedReader reader() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean compressed = file.toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(compressed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }
}
