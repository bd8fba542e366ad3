package humeur.benchmark.load;

import static humeur.benchmark.candidate.KnownCandidate.FLOOR;
import static humeur.benchmark.candidate.KnownCandidate.PYTHON;
import static humeur.benchmark.report.Figures.megabytes;
import static humeur.benchmark.report.Figures.number;
import static humeur.benchmark.report.Figures.ratio;

import humeur.benchmark.report.Distribution;
import humeur.benchmark.report.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's results as a table and as JSON. */
final class LoadReport {
    private static final List<String> HEAD = List.of(
            "candidate",
            "callers",
            "requests/s",
            "min",
            "max",
            "p50 ms",
            "p99 ms",
            "errors",
            "CPU us/request",
            "caller CPU us",
            "RSS MB",
            "peak MB",
            "x floor",
            "x python");

    private final LoadResults results;
    private final List<String> order;

    /** @param order the candidates' names, in the order in which they are to be listed */
    LoadReport(LoadResults results, List<String> order) {
        this.results = results;
        this.order = List.copyOf(order);
    }

    String table() {
        var table = new Table(HEAD);
        keys().forEach(key -> table.add(row(key)));
        return table.toString();
    }

    List<Map<String, Object>> json() {
        return keys().stream().map(this::json).toList();
    }

    private List<LoadKey> keys() {
        return results.keys().stream()
                .sorted(Comparator.comparingInt(LoadKey::callers)
                        .thenComparingInt(key -> order.indexOf(key.candidate())))
                .toList();
    }

    private List<String> row(LoadKey key) {
        Distribution requests = results.requestsPerSecond(key);
        Distribution latencies = results.latencies(key);
        return List.of(
                key.candidate(),
                Integer.toString(key.callers()),
                number(requests.median()),
                number(requests.min()),
                number(requests.max()),
                number(latencies.percentile(50)),
                number(latencies.percentile(99)),
                Integer.toString(results.errors(key)),
                number(results.cpuPerRequest(key)),
                number(results.callerCpuPerRequest(key)),
                number(megabytes(results.usage(key.candidate()).resident())),
                number(megabytes(results.usage(key.candidate()).peak())),
                ratio(results.ratio(key, FLOOR)),
                ratio(results.ratio(key, PYTHON)));
    }

    private Map<String, Object> json(LoadKey key) {
        Distribution requests = results.requestsPerSecond(key);
        Distribution latencies = results.latencies(key);
        var json = new LinkedHashMap<String, Object>();
        json.put("candidate", key.candidate());
        json.put("callers", key.callers());
        json.put("requests_per_second", requests.median());
        json.put("requests_per_second_min", requests.min());
        json.put("requests_per_second_max", requests.max());
        json.put("p50_ms", latencies.percentile(50));
        json.put("p99_ms", latencies.percentile(99));
        json.put("errors", results.errors(key));
        json.put("cpu_us_per_request", results.cpuPerRequest(key));
        json.put("caller_cpu_us_per_request", results.callerCpuPerRequest(key));
        json.put("rss_mb", megabytes(results.usage(key.candidate()).resident()));
        json.put("peak_rss_mb", megabytes(results.usage(key.candidate()).peak()));
        results.ratio(key, FLOOR).ifPresent(ratio -> json.put("ratio_to_floor", ratio));
        results.ratio(key, PYTHON).ifPresent(ratio -> json.put("ratio_to_python", ratio));
        return json;
    }
}
