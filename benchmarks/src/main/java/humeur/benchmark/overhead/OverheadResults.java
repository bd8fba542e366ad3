package humeur.benchmark.overhead;

import static humeur.benchmark.report.Figures.milliseconds;

import humeur.benchmark.load.LoadSlice;
import humeur.benchmark.report.Distribution;
import java.time.Duration;
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
     * @param load several callers
     * @param threads as many threads as there are cores
     */
    record Round(HttpTurn http, DirectTurn direct, LoadSlice load, DirectTurn threads) {
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
            return load.requestsPerSecond() / threads.callsPerSecond();
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
        return each(round -> round.load().requestsPerSecond());
    }

    Distribution directPerSecond() {
        return each(round -> round.threads().callsPerSecond());
    }

    /** CPU time of the service, in ms a request of several callers. */
    double serviceCpu() {
        return perRequest(LoadSlice::cpu);
    }

    /** CPU time of the callers, which share the cores with it, in ms a request. */
    double callerCpu() {
        return perRequest(LoadSlice::callerCpu);
    }

    /** CPU time of the model alone, in ms a call of as many threads as there are cores. */
    double directCpu() {
        double cpu = sum(round -> milliseconds(round.threads().cpu()));
        return cpu / sum(round -> round.threads().latencies().count());
    }

    private double perRequest(Function<LoadSlice, Duration> cpu) {
        return sum(round -> milliseconds(cpu.apply(round.load())))
                / sum(round -> round.load().requests());
    }

    private double sum(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sum();
    }

    /** Of all rounds together, in ms. */
    Distribution latencies(Function<Round, Distribution> side) {
        return Distribution.together(rounds.stream().map(side).toList());
    }

    private Distribution each(ToDoubleFunction<Round> figure) {
        return Distribution.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
