package humeur.api;

import humeur.sentiment.Prediction;
import java.util.Map;

/** What a call costs its consumer. */
final class Units {
    private static final int CODE_POINTS_EACH = 1_000;
    private static final String HEADER = "Humeur-Units";

    private Units() {}

    /** One unit for each started 1,000 code points that the model read, and at least one. */
    static int of(Prediction prediction) {
        return Math.max(1, (prediction.codePointsRead() + CODE_POINTS_EACH - 1) / CODE_POINTS_EACH);
    }

    static Map<String, String> header(int units) {
        return Map.of(HEADER, Integer.toString(units));
    }
}
