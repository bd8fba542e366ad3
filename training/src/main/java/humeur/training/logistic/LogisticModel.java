package humeur.training.logistic;

import static java.util.Objects.requireNonNull;

import humeur.training.evaluation.Predictions;

/**
 * The trained model and the reference for its graph: the same arithmetic in plain Java and double precision.
 *
 * @param nGrams the features
 * @param lengthPower a text of n words has its sum of weights divided by n to this power
 * @param weights log-odds of each bucket
 * @param bias log-odds of a text without words
 */
record LogisticModel(NGrams nGrams, double lengthPower, float[] weights, float bias) {
    LogisticModel {
        requireNonNull(nGrams, "nGrams is null");
        requireNonNull(weights, "weights is null");
        if (weights.length != nGrams.buckets()) {
            throw new IllegalArgumentException(
                    "%d weights for %d buckets".formatted(weights.length, nGrams.buckets()));
        }
    }

    LogisticModel withWeights(float[] others) {
        return new LogisticModel(nGrams, lengthPower, others, bias);
    }

    /** P(positive) of a text, given as its words joined by one space. */
    double probability(String words) {
        int[] hashes = HashedTexts.hashes(words);
        int[] buckets = new int[NGrams.count(hashes.length)];
        nGrams.fill(buckets, hashes, 0, hashes.length);
        double sum = 0;
        for (int bucket : buckets) {
            sum += weights[bucket];
        }
        return sigmoid(bias + sum * new LengthScale(lengthPower).of(hashes.length));
    }

    /** Each word's share of the log-odds; they and the bias add up to the text's. */
    double[] contributions(String words) {
        int[] hashes = HashedTexts.hashes(words);
        int[] buckets = new int[NGrams.count(hashes.length)];
        nGrams.fill(buckets, hashes, 0, hashes.length);
        double scale = new LengthScale(lengthPower).of(hashes.length);
        double[] shares = new double[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            shares[i] += weights[buckets[2 * i]] * scale;
            double pair = weights[buckets[2 * i + 1]] * scale;
            if (i == 0) {
                shares[i] += pair;
            } else {
                shares[i - 1] += pair / 2;
                shares[i] += pair / 2;
            }
        }
        if (hashes.length > 0) {
            shares[hashes.length - 1] += weights[buckets[buckets.length - 1]] * scale;
        }
        return shares;
    }

    Predictions predict(HashedTexts texts) {
        Features features = new Features(texts, nGrams);
        LengthScale scale = new LengthScale(lengthPower);
        float[] probabilities = new float[texts.size()];
        for (int row = 0; row < probabilities.length; row++) {
            int length = features.load(row);
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += weights[features.bucket(i)];
            }
            probabilities[row] = (float) sigmoid(bias + sum * scale.of(texts.wordCount(row)));
        }
        return new Predictions(probabilities, texts.labels());
    }

    static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
