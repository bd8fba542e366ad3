package humeur.benchmark.telemetry;

import static humeur.benchmark.report.Figures.NONE;
import static humeur.benchmark.report.Figures.megabytes;
import static humeur.benchmark.report.Figures.number;

import humeur.benchmark.load.LoadKey;
import humeur.benchmark.load.LoadResults;
import humeur.benchmark.report.Distribution;
import humeur.benchmark.report.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's results as a table and as JSON. */
final class TelemetryReport {
    private static final List<String> HEAD = List.of(
            "endpoint", "callers", "p50 ms", "p99 ms", "x off p50", "min", "max", "x off p99", "RSS MB", "asked");

    private final LoadResults results;
    private final Endpoints endpoints;

    TelemetryReport(LoadResults results, Endpoints endpoints) {
        this.results = results;
        this.endpoints = endpoints;
    }

    String table() {
        var table = new Table(HEAD);
        keys().forEach(key -> table.add(row(key)));
        return table.toString();
    }

    List<Map<String, Object>> json() {
        return keys().stream().map(this::json).toList();
    }

    /** What the bad ones are held to. */
    List<String> notes() {
        return keys().stream()
                .map(LoadKey::callers)
                .distinct()
                .map(callers ->
                        "callers %d: equal services differed by up to x %s in a round; with %s for good measure the bound is %s"
                                .formatted(
                                        callers,
                                        number(TelemetryBounds.spread(results, callers)),
                                        TelemetryBounds.MARGIN,
                                        number(TelemetryBounds.bound(results, callers))))
                .toList();
    }

    private List<LoadKey> keys() {
        return results.keys().stream()
                .sorted(Comparator.comparingInt(LoadKey::callers))
                .toList();
    }

    private List<String> row(LoadKey key) {
        Distribution latencies = results.latencies(key);
        Distribution ratios = results.medianRatios(key, Endpoints.OFF);
        return List.of(
                key.candidate(),
                Integer.toString(key.callers()),
                number(latencies.percentile(50)),
                number(latencies.percentile(99)),
                number(ratios.median()),
                number(ratios.min()),
                number(ratios.max()),
                number(tail(key)),
                number(megabytes(results.usage(key.candidate()).resident())),
                endpoints
                        .asked(key.candidate())
                        .map(asked -> Integer.toString(asked))
                        .orElse(NONE));
    }

    /** Over all rounds together: a round alone has too few requests for a 99th percentile to compare. */
    private double tail(LoadKey key) {
        return results.latencies(key).percentile(99)
                / results.latencies(new LoadKey(Endpoints.OFF, key.callers())).percentile(99);
    }

    private Map<String, Object> json(LoadKey key) {
        Distribution latencies = results.latencies(key);
        Distribution ratios = results.medianRatios(key, Endpoints.OFF);
        var json = new LinkedHashMap<String, Object>();
        json.put("endpoint", key.candidate());
        json.put("callers", key.callers());
        json.put("p50_ms", latencies.percentile(50));
        json.put("p99_ms", latencies.percentile(99));
        json.put("p50_ratio_to_off", ratios.median());
        json.put("p50_ratio_to_off_min", ratios.min());
        json.put("p50_ratio_to_off_max", ratios.max());
        json.put("p99_ratio_to_off", tail(key));
        json.put("bound", TelemetryBounds.bound(results, key.callers()));
        json.put("rss_mb", megabytes(results.usage(key.candidate()).resident()));
        endpoints.asked(key.candidate()).ifPresent(asked -> json.put("asked", asked));
        return json;
    }
}
