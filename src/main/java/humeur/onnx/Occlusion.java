package humeur.onnx;

import humeur.sentiment.Deadline;
import humeur.sentiment.Explanation;
import humeur.text.Word;
import java.util.List;

/**
 * Explains a model from outside: a word's share is by how much the log-odds fall when the word is left out (Zeiler and
 * Fergus 2014; Li, Monroe and Jurafsky 2016). Unlike a linear model's own shares these need not sum to the log-odds.
 */
final class Occlusion {
    /** The most words that are left out in turn, since each costs a run; the words behind them get no share. */
    static final int MAX_WORDS = 64;

    /** Texts with a word left out that run together; between two such runs the deadline is looked at. */
    static final int CHUNK = 16;

    private static final double CLOSEST = 1e-7;

    private Occlusion() {}

    /** A text in front of a model, words of which can be left out. */
    interface Occluded {
        /** P(positive) of the text without its word {@code from}, of that without the next, and so on up to {@code to}. */
        float[] withoutEach(int from, int to);

        /** P(positive) of the text without any word. */
        float withoutAll();
    }

    /**
     * Explains a prediction.
     *
     * @param words of the text, in its order
     * @param probability of the whole text
     */
    static Explanation explain(
            String text, List<Word> words, double probability, Occluded occluded, Deadline deadline) {
        List<Word> explained = words.subList(0, Math.min(words.size(), MAX_WORDS));
        double whole = logOdds(probability);
        float[] shares = new float[explained.size()];
        for (int from = 0; from < shares.length; from += CHUNK) {
            deadline.check();
            float[] without = occluded.withoutEach(from, Math.min(shares.length, from + CHUNK));
            for (int i = 0; i < without.length; i++) {
                shares[from + i] = (float) (whole - logOdds(without[i]));
            }
        }
        double bias = logOdds(occluded.withoutAll());
        return new Explanation(Explanation.Method.OCCLUSION, (float) bias, Contributions.of(text, explained, shares));
    }

    private static double logOdds(double probability) {
        double p = Math.min(1 - CLOSEST, Math.max(CLOSEST, probability));
        return Math.log(p / (1 - p));
    }
}
