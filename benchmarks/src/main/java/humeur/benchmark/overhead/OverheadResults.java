package humeur.benchmark.overhead;

import humeur.benchmark.report.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The rounds of a run; the ratios compare only what ran within one round. */
final class OverheadResults {
    private final List<Round> rounds = new ArrayList<>();

    /**
     * What ran one after the other.
     *
     * @param http one caller
     * @param direct one thread
     * @param httpPerSecond requests of several callers
     * @param directPerSecond calls of as many threads as there are cores
     */
    record Round(HttpTurn http, DirectTurn direct, double httpPerSecond, double directPerSecond) {
        Distribution httpLatencies() {
            return http.latencies();
        }

        Distribution directLatencies() {
            return direct.latencies();
        }

        double latencyRatio() {
            return http.latencies().median() / direct.latencies().median();
        }

        double throughputRatio() {
            return httpPerSecond / directPerSecond;
        }
    }

    void add(Round round) {
        rounds.add(round);
    }

    /** How many times as long a request takes as the model alone, at the median: one value a round. */
    Distribution latencyRatio() {
        return each(Round::latencyRatio);
    }

    /** Requests a second over calls a second: one value a round. */
    Distribution throughputRatio() {
        return each(Round::throughputRatio);
    }

    Distribution httpPerSecond() {
        return each(Round::httpPerSecond);
    }

    Distribution directPerSecond() {
        return each(Round::directPerSecond);
    }

    /** Of all rounds together, in ms. */
    Distribution latencies(Function<Round, Distribution> side) {
        return Distribution.together(rounds.stream().map(side).toList());
    }

    private Distribution each(ToDoubleFunction<Round> figure) {
        return Distribution.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
