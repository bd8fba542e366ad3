package humeur.benchmark.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finished measurement.
 *
 * @param title   what was measured, and how often
 * @param results the table's figures for programs
 * @param notes   what a reader should know about the candidates
 */
public record Report(
        String title, Machine machine, String table, List<Map<String, Object>> results, List<String> notes) {
    public Report {
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }

    public String text() {
        var text = new StringBuilder("%s%n%s%n%n%s".formatted(title, machine.line(), table));
        if (machine.isBusy()) {
            text.append("%nThe machine is busy with other work: quote the ratios, not the times.%n".formatted());
        }
        if (!notes.isEmpty()) {
            text.append("%n%s%n".formatted(String.join("\n", notes)));
        }
        return text.toString();
    }

    /** @throws humeur.benchmark.options.UsageException if the file cannot be written */
    public void writeJson(Path file) {
        var json = new LinkedHashMap<String, Object>();
        json.put("title", title);
        json.put("machine", machine.json());
        json.put("results", results);
        json.put("notes", notes);
        Json.write(file, json);
    }
}
