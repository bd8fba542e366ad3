package humeur.benchmark.coldstart;

import static humeur.benchmark.candidate.KnownCandidate.FLOOR;
import static humeur.benchmark.candidate.KnownCandidate.PYTHON;
import static humeur.benchmark.report.Figures.number;
import static humeur.benchmark.report.Figures.ratio;

import humeur.benchmark.report.Distribution;
import humeur.benchmark.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's results as a table and as JSON. */
final class ColdStartReport {
    private static final List<String> HEAD =
            List.of("candidate", "median ms", "min ms", "max ms", "CPU ms", "RSS MB", "peak MB", "x floor", "x python");

    private final ColdStartResults results;

    ColdStartReport(ColdStartResults results) {
        this.results = results;
    }

    String table() {
        var table = new Table(HEAD);
        for (String name : results.names()) {
            Distribution milliseconds = results.milliseconds(name);
            table.add(List.of(
                    name,
                    number(milliseconds.median()),
                    number(milliseconds.min()),
                    number(milliseconds.max()),
                    number(results.cpuMilliseconds(name).median()),
                    number(results.residentMegabytes(name).median()),
                    number(results.peakMegabytes(name).median()),
                    ratio(results.ratio(name, FLOOR)),
                    ratio(results.ratio(name, PYTHON))));
        }
        return table.toString();
    }

    List<Map<String, Object>> json() {
        return results.names().stream().map(this::json).toList();
    }

    private Map<String, Object> json(String name) {
        Distribution milliseconds = results.milliseconds(name);
        var json = new LinkedHashMap<String, Object>();
        json.put("candidate", name);
        json.put("median_ms", milliseconds.median());
        json.put("min_ms", milliseconds.min());
        json.put("max_ms", milliseconds.max());
        json.put("cpu_ms", results.cpuMilliseconds(name).median());
        json.put("rss_mb", results.residentMegabytes(name).median());
        json.put("peak_rss_mb", results.peakMegabytes(name).median());
        results.ratio(name, FLOOR).ifPresent(ratio -> json.put("ratio_to_floor", ratio));
        results.ratio(name, PYTHON).ifPresent(ratio -> json.put("ratio_to_python", ratio));
        json.put(
                "rounds_ms",
                results.rounds().stream().map(round -> round.milliseconds(name)).toList());
        return json;
    }
}
