package humeur.training.bert;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import humeur.training.evaluation.Predictions;
import java.util.Arrays;

/**
 * Two models' log-odds of the same text put into one by a logistic regression ("stacking", Wolpert 1992): those of the encoder
 * (deep) and those of the words (wide). They err on different texts.
 *
 * @param deep weight of the encoder's log-odds
 * @param wide weight of the words' log-odds
 * @param bias added to both
 */
public record Stack(double deep, double wide, double bias) {
    /** Nothing of the penalty is left: there are three numbers to fit on thousands of texts. */
    private static final double COST = 1e3;

    private static final double TOLERANCE = 1e-4;

    /** Fits the weights on texts that neither model was trained on. */
    public static Stack fit(Predictions deep, Predictions wide) {
        if (!Arrays.equals(deep.labels(), wide.labels())) {
            throw new IllegalArgumentException("The two predictions are not of the same texts: their labels differ");
        }
        Problem problem = new Problem();
        problem.l = deep.size();
        problem.n = 3;
        problem.x = new Feature[deep.size()][];
        Arrays.setAll(problem.x, row -> new Feature[] {
            new FeatureNode(1, logOdds(deep.probabilities()[row])),
            new FeatureNode(2, logOdds(wide.probabilities()[row])),
            new FeatureNode(3, 1)
        });
        problem.y = new double[deep.size()];
        Arrays.setAll(problem.y, row -> deep.labels()[row] ? 1 : 0);
        Linear.disableDebugOutput();
        Model fitted = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
        double sign = fitted.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = fitted.getFeatureWeights();
        return new Stack(sign * weights[0], sign * weights[1], sign * weights[2]);
    }

    /** Both models' predictions in one. */
    public Predictions apply(Predictions first, Predictions second) {
        float[] probabilities = new float[first.size()];
        for (int i = 0; i < probabilities.length; i++) {
            double logit = deep * logOdds(first.probabilities()[i]) + wide * logOdds(second.probabilities()[i]) + bias;
            probabilities[i] = (float) (1 / (1 + Math.exp(-logit)));
        }
        return new Predictions(probabilities, first.labels());
    }

    private static double logOdds(double probability) {
        double p = Math.min(1 - 1e-7, Math.max(1e-7, probability));
        return Math.log(p / (1 - p));
    }
}
