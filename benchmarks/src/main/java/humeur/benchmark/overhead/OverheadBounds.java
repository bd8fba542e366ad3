package humeur.benchmark.overhead;

import humeur.benchmark.options.UsageException;
import humeur.benchmark.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** What the native service has promised of BERT at 16 tokens. */
final class OverheadBounds {
    static final String MODEL = "bert";
    static final int TOKENS = 16;

    /** Most times as long as the model alone, at the median, with one caller. */
    static final double LATENCY_RATIO = 1.5;

    /** Fewest requests a second in a closed loop on all cores. */
    static final double REQUESTS_PER_SECOND = 250;

    private OverheadBounds() {}

    /** One line for each bound that is missed. */
    static List<String> missed(OverheadResults results) {
        List<String> missed = new ArrayList<>();
        double ratio = results.latencyRatio().median();
        if (ratio > LATENCY_RATIO) {
            missed.add("a request takes %s times as long as the model alone; the bound is %s"
                    .formatted(Figures.number(ratio), Figures.number(LATENCY_RATIO)));
        }
        double requests = results.httpPerSecond().median();
        if (requests < REQUESTS_PER_SECOND) {
            missed.add("%s requests/s are answered; the bound is %s"
                    .formatted(Figures.number(requests), Figures.number(REQUESTS_PER_SECOND)));
        }
        return missed;
    }

    /** @throws UsageException for anything that nothing has been promised of */
    static void requireCheckable(OverheadPlan plan) {
        if (!plan.model().equals(MODEL) || plan.tokens() != TOKENS) {
            throw new UsageException("--check knows bounds for --model %s --tokens %d only".formatted(MODEL, TOKENS));
        }
    }
}
