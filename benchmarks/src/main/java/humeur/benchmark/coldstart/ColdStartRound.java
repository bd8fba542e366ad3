package humeur.benchmark.coldstart;

import humeur.benchmark.report.Figures;
import java.util.Map;

/** Each candidate's cold start in one round, within seconds of each other. */
record ColdStartRound(Map<String, ColdStartSample> samples) {
    ColdStartRound {
        samples = Map.copyOf(samples);
    }

    double milliseconds(String name) {
        return Figures.milliseconds(samples.get(name).firstAnswer());
    }
}
