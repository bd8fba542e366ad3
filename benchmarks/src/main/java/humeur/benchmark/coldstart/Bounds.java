package humeur.benchmark.coldstart;

import static humeur.benchmark.candidate.KnownCandidate.FLOOR;
import static humeur.benchmark.candidate.KnownCandidate.NATIVE;
import static humeur.benchmark.candidate.KnownCandidate.WORDS;

import humeur.benchmark.options.UsageException;
import humeur.benchmark.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the native package has promised of a default model.
 *
 * @param candidate the candidate that has it
 * @param ratio most times as long as the floor
 * @param megabytes most memory after the first answer
 */
record Bounds(String candidate, double ratio, double megabytes) {
    private static final List<Bounds> ALL = List.of(new Bounds(NATIVE, 2.2, 130), new Bounds(WORDS, 0.9, 90));

    /** One line for each bound that is exceeded. */
    static List<String> exceeded(ColdStartResults results) {
        return ALL.stream().flatMap(bounds -> bounds.exceededBy(results)).toList();
    }

    private Stream<String> exceededBy(ColdStartResults results) {
        List<String> exceeded = new ArrayList<>();
        double measured = results.ratio(candidate, FLOOR).orElseThrow();
        if (measured > ratio) {
            exceeded.add("%s takes %s times as long as the floor; the bound is %s"
                    .formatted(candidate, Figures.number(measured), Figures.number(ratio)));
        }
        double resident = results.residentMegabytes(candidate).median();
        if (resident > megabytes) {
            exceeded.add("%s holds %s MB after its first answer; the bound is %s MB"
                    .formatted(candidate, Figures.number(resident), Figures.number(megabytes)));
        }
        return exceeded.stream();
    }

    /** @throws UsageException unless both sides of the bounds are measured: a check that cannot fail is none */
    static void requireCheckable(List<String> names) {
        if (!names.containsAll(List.of(NATIVE, WORDS, FLOOR))) {
            throw new UsageException("--check compares native and words with floor, but only these can be measured: "
                    + String.join(", ", names) + "; build the native package: mvn package -Dnative");
        }
    }
}
