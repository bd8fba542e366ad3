package humeur.benchmark.coldstart;

import static humeur.benchmark.candidate.KnownCandidate.FLOOR;
import static humeur.benchmark.candidate.KnownCandidate.NATIVE;

import humeur.benchmark.options.UsageException;
import humeur.benchmark.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** What the native package has promised. */
final class Bounds {
    private static final double LARGEST_RATIO_TO_FLOOR = 0.9;
    private static final double LARGEST_RESIDENT_MEGABYTES = 90;

    private Bounds() {}

    /** One line for each bound that is exceeded. */
    static List<String> exceeded(ColdStartResults results) {
        List<String> exceeded = new ArrayList<>();
        double ratio = results.ratio(NATIVE, FLOOR).orElseThrow();
        if (ratio > LARGEST_RATIO_TO_FLOOR) {
            exceeded.add("native takes %s times as long as the floor; the bound is %s"
                    .formatted(Figures.number(ratio), Figures.number(LARGEST_RATIO_TO_FLOOR)));
        }
        double resident = results.residentMegabytes(NATIVE).median();
        if (resident > LARGEST_RESIDENT_MEGABYTES) {
            exceeded.add("native holds %s MB after its first answer; the bound is %s MB"
                    .formatted(Figures.number(resident), Figures.number(LARGEST_RESIDENT_MEGABYTES)));
        }
        return exceeded;
    }

    /** @throws UsageException unless both sides of the bounds are measured: a check that cannot fail is none */
    static void requireCheckable(List<String> names) {
        if (!names.containsAll(List.of(NATIVE, FLOOR))) {
            throw new UsageException("--check compares native with floor, but only these can be measured: "
                    + String.join(", ", names) + "; build the native package: mvn package -Dnative");
        }
    }
}
