package humeur.training.logistic;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;

/**
 * Fits the same model with liblinear's L2-regularised logistic regression (Fan et al. 2008): what {@link AdaGrad} is
 * measured against.
 */
final class LibLinear {
    private static final double TOLERANCE = 0.01;

    private final Hyperparameters hyperparameters;
    private final BucketOwners owners;
    private final int buckets;
    private final Problem problem;

    LibLinear(HashedTexts texts, BucketOwners owners, Hyperparameters hyperparameters) {
        this.owners = owners;
        this.hyperparameters = hyperparameters;
        buckets = hyperparameters.nGrams().buckets();
        problem = new Problem();
        problem.l = texts.size();
        problem.n = buckets + 1;
        problem.x = rows(texts);
        problem.y = new double[texts.size()];
        Arrays.setAll(problem.y, row -> texts.labels()[row] ? 1 : 0);
    }

    /** @param c the cost of a training error relative to the penalty on the weights */
    LogisticModel fit(double c) {
        Linear.disableDebugOutput();
        Model fitted = Linear.train(problem, new Parameter(SolverType.L2R_LR, c, TOLERANCE));
        double sign = fitted.getLabels()[0] == 1 ? 1 : -1;
        double[] signed = fitted.getFeatureWeights();
        float[] weights = new float[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            weights[bucket] = (float) (sign * signed[bucket]);
        }
        return new LogisticModel(owners, hyperparameters.lengthPower(), weights, (float) (sign * signed[buckets]));
    }

    private Feature[][] rows(HashedTexts texts) {
        Features features = new Features(texts, hyperparameters.nGrams());
        LengthScale scale = new LengthScale(hyperparameters.lengthPower());
        Feature[][] rows = new Feature[texts.size()][];
        for (int row = 0; row < rows.length; row++) {
            int[] sorted = new int[features.load(row, owners)];
            Arrays.setAll(sorted, features::get);
            Arrays.sort(sorted);
            rows[row] = row(sorted, scale.of(texts.wordCount(row)));
        }
        return rows;
    }

    /** Liblinear wants ascending indices from 1; repeated buckets become one feature. */
    private Feature[] row(int[] sorted, double value) {
        Feature[] row = new Feature[sorted.length + 1];
        int length = 0;
        for (int bucket : sorted) {
            if (length > 0 && row[length - 1].getIndex() == bucket + 1) {
                row[length - 1].setValue(row[length - 1].getValue() + value);
            } else {
                row[length++] = new FeatureNode(bucket + 1, value);
            }
        }
        row[length++] = new FeatureNode(buckets + 1, 1);
        return Arrays.copyOf(row, length);
    }
}
