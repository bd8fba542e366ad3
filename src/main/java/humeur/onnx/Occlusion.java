package humeur.onnx;

import humeur.sentiment.Explanation;
import humeur.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Explains a model from outside: a word's share is by how much the log-odds fall when the word is left out (Zeiler and
 * Fergus 2014; Li, Monroe and Jurafsky 2016). Unlike a linear model's own shares these need not sum to the log-odds.
 */
final class Occlusion {
    /** The most words that are left out in turn, since each costs a run; the words behind them get no share. */
    static final int MAX_WORDS = 64;

    private static final double CLOSEST = 1e-7;

    private Occlusion() {}

    static Explanation explain(String text, List<Word> words, double probability, ToDoubleFunction<List<Word>> model) {
        List<Word> explained = words.subList(0, Math.min(words.size(), MAX_WORDS));
        double whole = logOdds(probability);
        float[] shares = new float[explained.size()];
        for (int i = 0; i < shares.length; i++) {
            List<Word> rest = new ArrayList<>(words);
            rest.remove(i);
            shares[i] = (float) (whole - logOdds(model.applyAsDouble(rest)));
        }
        double bias = logOdds(model.applyAsDouble(List.of()));
        return new Explanation((float) bias, Contributions.of(text, explained, shares));
    }

    private static double logOdds(double probability) {
        double p = Math.min(1 - CLOSEST, Math.max(CLOSEST, probability));
        return Math.log(p / (1 - p));
    }
}
