package humeur.benchmark.coldstart;

import humeur.benchmark.report.Distribution;
import humeur.benchmark.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The rounds of a run. */
final class ColdStartResults {
    private final List<String> names;
    private final List<ColdStartRound> rounds = new ArrayList<>();

    ColdStartResults(List<String> names) {
        this.names = List.copyOf(names);
    }

    void add(ColdStartRound round) {
        rounds.add(round);
    }

    List<String> names() {
        return names;
    }

    List<ColdStartRound> rounds() {
        return List.copyOf(rounds);
    }

    /** Exec to first right answer, in ms. */
    Distribution milliseconds(String name) {
        return over(round -> round.milliseconds(name));
    }

    /** CPU time up to the first right answer, in ms. */
    Distribution cpuMilliseconds(String name) {
        return over(
                round -> Figures.milliseconds(round.samples().get(name).usage().cpu()));
    }

    /** Resident memory after the first right answer, in MB. */
    Distribution residentMegabytes(String name) {
        return over(round -> Figures.megabytes(round.samples().get(name).usage().resident()));
    }

    /** The most memory up to the first right answer, in MB. */
    Distribution peakMegabytes(String name) {
        return over(round -> Figures.megabytes(round.samples().get(name).usage().peak()));
    }

    /**
     * How many times as long a candidate takes as the other: the median of the rounds' own ratios, so that other work
     * on the machine, which slows both within a round, cancels out. Empty if the other was not measured.
     */
    Optional<Double> ratio(String name, String base) {
        return names.contains(base)
                ? Optional.of(over(round -> round.milliseconds(name) / round.milliseconds(base))
                        .median())
                : Optional.empty();
    }

    private Distribution over(ToDoubleFunction<ColdStartRound> quantity) {
        return Distribution.of(rounds.stream().mapToDouble(quantity).toArray());
    }
}
