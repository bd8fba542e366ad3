package humeur.benchmark.overhead;

import static humeur.benchmark.report.Figures.NONE;
import static humeur.benchmark.report.Figures.number;

import humeur.benchmark.overhead.OverheadResults.Round;
import humeur.benchmark.report.Distribution;
import humeur.benchmark.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's results as tables and as JSON. */
final class OverheadReport {
    private final OverheadPlan plan;
    private final OverheadResults results;

    OverheadReport(OverheadPlan plan, OverheadResults results) {
        this.plan = plan;
        this.results = results;
    }

    String table() {
        var latency = new Table(List.of("one caller", "p50 ms", "p99 ms", "x direct", "min", "max"));
        latency.add(row("over HTTP", results.latencies(Round::httpLatencies), results.latencyRatio()));
        latency.add(row("  of it in the service", results.latencies(round -> round.http()
                .service())));
        latency.add(row(
                "  of it in the model", results.latencies(round -> round.http().model())));
        latency.add(row("direct", results.latencies(Round::directLatencies)));
        var throughput = new Table(
                List.of("all cores", "a second", "min", "max", "x direct", "min", "max", "CPU ms", "caller CPU ms"));
        throughput.add(overHttp());
        throughput.add(direct());
        return latency + "\n" + throughput;
    }

    List<Map<String, Object>> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("model", plan.model());
        json.put("tokens", plan.tokens());
        percentiles(json, "http", results.latencies(Round::httpLatencies));
        percentiles(json, "service", results.latencies(round -> round.http().service()));
        percentiles(json, "model_in_service", results.latencies(round -> round.http()
                .model()));
        percentiles(json, "direct", results.latencies(Round::directLatencies));
        spread(json, "latency_ratio", results.latencyRatio());
        json.put("callers", plan.callers());
        json.put("threads", plan.threads());
        spread(json, "requests_per_second", results.httpPerSecond());
        spread(json, "direct_calls_per_second", results.directPerSecond());
        spread(json, "throughput_ratio", results.throughputRatio());
        json.put("service_cpu_ms_per_request", results.serviceCpu());
        json.put("caller_cpu_ms_per_request", results.callerCpu());
        json.put("direct_cpu_ms_per_call", results.directCpu());
        return List.of(json);
    }

    private static List<String> row(String name, Distribution latencies) {
        return List.of(name, number(latencies.percentile(50)), number(latencies.percentile(99)), NONE, NONE, NONE);
    }

    private static List<String> row(String name, Distribution latencies, Distribution ratio) {
        return List.of(
                name,
                number(latencies.percentile(50)),
                number(latencies.percentile(99)),
                number(ratio.median()),
                number(ratio.min()),
                number(ratio.max()));
    }

    private List<String> overHttp() {
        Distribution requests = results.httpPerSecond();
        Distribution ratio = results.throughputRatio();
        return List.of(
                "over HTTP, %d callers".formatted(plan.callers()),
                number(requests.median()),
                number(requests.min()),
                number(requests.max()),
                number(ratio.median()),
                number(ratio.min()),
                number(ratio.max()),
                number(results.serviceCpu()),
                number(results.callerCpu()));
    }

    private List<String> direct() {
        Distribution calls = results.directPerSecond();
        return List.of(
                "direct, %d threads".formatted(plan.threads()),
                number(calls.median()),
                number(calls.min()),
                number(calls.max()),
                NONE,
                NONE,
                NONE,
                number(results.directCpu()),
                NONE);
    }

    private static void percentiles(Map<String, Object> json, String name, Distribution latencies) {
        json.put(name + "_p50_ms", latencies.percentile(50));
        json.put(name + "_p99_ms", latencies.percentile(99));
    }

    private static void spread(Map<String, Object> json, String name, Distribution values) {
        json.put(name, values.median());
        json.put(name + "_min", values.min());
        json.put(name + "_max", values.max());
    }
}
