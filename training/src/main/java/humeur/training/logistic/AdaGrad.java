package humeur.training.logistic;

import humeur.training.Progress;
import java.util.Arrays;
import java.util.Random;

/**
 * Fits logistic regression by stochastic gradient descent with a step of its own for each weight (Duchi, Hazan and Singer
 * 2011) that also falls linearly to 0 over the run. Few passes and the falling step are what keeps rare features small;
 * there is no penalty.
 *
 * <p>Why not liblinear's L2-regularised logistic regression: on the same features, 2^21 buckets of them, it takes about
 * 100 s for one C and 2 GB more, this 15 s; and of the values tried its best, C = 8, reaches 0.8316 (AUC 0.9106) on the
 * validation part of an earlier split of Sentiment140, where one run of this reaches 0.8319 (0.9121), neither rounded, and
 * the mean of four 0.8332. Larger C and naive-Bayes values were not tried with it. {@code training tune --liblinear}
 * prints both.
 *
 * <p>Deterministic: one thread, {@link StrictMath}, an order of the texts that follows from the seed.
 */
final class AdaGrad {
    /** Added to a weight's sum of squared gradients, so that its first step is finite. */
    private static final float INITIAL = 1e-3f;

    /** The bias meets every text, so it takes smaller steps. */
    private static final double BIAS_RATE = 0.1;

    private static final int REPORT_EVERY = 1 << 17;

    private final HashedTexts texts;
    private final BucketOwners owners;
    private final Hyperparameters hyperparameters;
    private final Progress progress;
    private final Features features;
    private final LengthScale scale;
    private final float[] values;
    private final float[] weights;
    private final float[] squares;
    private double bias;
    private double biasSquares = 1;

    private AdaGrad(
            HashedTexts texts,
            BucketOwners owners,
            BucketStatistics statistics,
            Hyperparameters hyperparameters,
            Progress progress) {
        this.texts = texts;
        this.owners = owners;
        this.hyperparameters = hyperparameters;
        this.progress = progress;
        NGrams nGrams = owners.nGrams();
        features = new Features(texts, nGrams);
        scale = new LengthScale(hyperparameters.lengthPower());
        values = statistics.naiveBayes(hyperparameters.bayes(), hyperparameters.smoothing());
        weights = new float[nGrams.buckets()];
        squares = new float[nGrams.buckets()];
        Arrays.fill(squares, INITIAL);
    }

    /**
     * Fits the training part once for each order of the texts and averages: what the last texts of a run happened to say
     * cancels out.
     */
    static LogisticModel fit(
            HashedTexts texts,
            BucketOwners owners,
            BucketStatistics statistics,
            Hyperparameters hyperparameters,
            Progress progress) {
        float[] weights = new float[owners.nGrams().buckets()];
        float bias = 0;
        for (int i = 0; i < hyperparameters.orders(); i++) {
            Hyperparameters order = hyperparameters.withSeed(hyperparameters.seed() + i);
            LogisticModel fitted = new AdaGrad(texts, owners, statistics, order, progress).run();
            for (int bucket = 0; bucket < weights.length; bucket++) {
                weights[bucket] += fitted.weights()[bucket] / hyperparameters.orders();
            }
            bias += fitted.bias() / hyperparameters.orders();
        }
        return new LogisticModel(owners, hyperparameters.lengthPower(), weights, bias);
    }

    private LogisticModel run() {
        int[] order = new int[texts.size()];
        Arrays.setAll(order, row -> row);
        Random random = new Random(hyperparameters.seed());
        long steps = (long) hyperparameters.epochs() * order.length;
        long step = 0;
        for (int epoch = 0; epoch < hyperparameters.epochs(); epoch++) {
            shuffle(order, random);
            for (int row : order) {
                update(row, hyperparameters.learningRate() * (1 - step / (double) steps));
                if (++step % REPORT_EVERY == 0 || step == steps) {
                    progress.report("fitting", step, steps);
                }
            }
        }
        return new LogisticModel(owners, hyperparameters.lengthPower(), foldValues(), (float) bias);
    }

    private void update(int row, double rate) {
        int length = features.load(row, owners);
        double rowScale = scale.of(texts.wordCount(row));
        double sum = 0;
        for (int i = 0; i < length; i++) {
            int bucket = features.get(i);
            sum += weights[bucket] * values[bucket];
        }
        double error = LogisticModel.sigmoid(bias + sum * rowScale) - (texts.labels()[row] ? 1 : 0);
        for (int i = 0; i < length; i++) {
            int bucket = features.get(i);
            double gradient = error * rowScale * values[bucket];
            squares[bucket] += (float) (gradient * gradient);
            weights[bucket] -= (float) (rate * gradient / Math.sqrt(squares[bucket]));
        }
        biasSquares += error * error;
        bias -= BIAS_RATE * rate * error / Math.sqrt(biasSquares);
    }

    /** Serving knows no values: a feature's value and its weight become one number. */
    private float[] foldValues() {
        float[] folded = new float[weights.length];
        for (int bucket = 0; bucket < folded.length; bucket++) {
            folded[bucket] = weights[bucket] * values[bucket];
        }
        return folded;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
