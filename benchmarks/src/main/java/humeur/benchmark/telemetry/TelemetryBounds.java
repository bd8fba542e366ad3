package humeur.benchmark.telemetry;

import static humeur.benchmark.report.Figures.number;

import humeur.benchmark.load.LoadKey;
import humeur.benchmark.load.LoadResults;
import humeur.benchmark.report.Distribution;
import java.util.List;

/**
 * What is promised of telemetry: an endpoint that is dead, silent or failing cannot be told from none at all by what a request
 * takes at the median.
 */
final class TelemetryBounds {
    /** Beyond what two equal services differ by. */
    static final double MARGIN = 0.05;

    private TelemetryBounds() {}

    /** The most that a round's medians of the two services without telemetry differed by, as a ratio of at least 1. */
    static double spread(LoadResults results, int callers) {
        Distribution equal = results.medianRatios(new LoadKey(Endpoints.OFF_AGAIN, callers), Endpoints.OFF);
        return Math.max(equal.max(), 1 / equal.min());
    }

    static double bound(LoadResults results, int callers) {
        return spread(results, callers) + MARGIN;
    }

    /** One line for each bound that is exceeded. */
    static List<String> exceeded(LoadResults results) {
        return results.keys().stream()
                .filter(key -> Endpoints.BAD.contains(key.candidate()))
                .filter(key -> ratio(results, key) > bound(results, key.callers()))
                .map(key -> "%s, callers %d: a request takes %s times as long as without telemetry; the bound is %s"
                        .formatted(
                                key.candidate(),
                                key.callers(),
                                number(ratio(results, key)),
                                number(bound(results, key.callers()))))
                .toList();
    }

    private static double ratio(LoadResults results, LoadKey key) {
        return results.medianRatios(key, Endpoints.OFF).median();
    }
}
