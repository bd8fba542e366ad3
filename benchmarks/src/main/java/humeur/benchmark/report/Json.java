package humeur.benchmark.report;

import humeur.benchmark.http.JsonString;
import humeur.benchmark.options.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, collections, strings, numbers and truth values as JSON. */
public final class Json {
    private static final String INDENT = "  ";

    private Json() {}

    /** @throws UsageException if the file cannot be written */
    public static void write(Path file, Object value) {
        try {
            Files.writeString(file, of(value) + "\n");
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": " + e.getMessage());
        }
    }

    static String of(Object value) {
        return of(value, "\n");
    }

    private static String of(Object value, String newline) {
        String inner = newline + INDENT;
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> JsonString.of(entry.getKey().toString()) + ": " + of(entry.getValue(), inner))
                    .collect(Collectors.joining("," + inner, "{" + inner, newline + "}"));
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(one -> of(one, inner)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return JsonString.of(value.toString());
    }
}
