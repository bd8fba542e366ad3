package humeur.api;

import humeur.sentiment.Explanation;
import humeur.sentiment.Prediction;
import java.util.Map;

/** What a call costs its consumer. */
final class Units {
    private static final int CODE_POINTS_EACH = 1_000;
    private static final int OCCLUSION = 4;
    private static final String HEADER = "Humeur-Units";

    private Units() {}

    /**
     * One unit for each started 1,000 code points that the model read, and at least one; four more for an explanation that had to
     * run the model again and again.
     */
    static int of(Prediction prediction) {
        int read = Math.max(1, (prediction.codePointsRead() + CODE_POINTS_EACH - 1) / CODE_POINTS_EACH);
        boolean occluded = prediction
                .explanation()
                .filter(explanation -> explanation.method() == Explanation.Method.OCCLUSION)
                .isPresent();
        return occluded ? read + OCCLUSION : read;
    }

    static Map<String, String> header(int units) {
        return Map.of(HEADER, Integer.toString(units));
    }
}
