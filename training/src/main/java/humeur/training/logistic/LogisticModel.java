package humeur.training.logistic;

import static java.util.Objects.requireNonNull;

import humeur.training.evaluation.Predictions;

/**
 * The trained model and the reference for its graph: the same arithmetic in plain Java and double precision.
 *
 * @param owners the features that have a weight
 * @param lengthPower a text of n words has its sum of weights divided by n to this power
 * @param weights log-odds of each bucket
 * @param bias log-odds of a text without words
 */
record LogisticModel(BucketOwners owners, double lengthPower, float[] weights, float bias) {
    LogisticModel {
        requireNonNull(owners, "owners is null");
        requireNonNull(weights, "weights is null");
        if (weights.length != owners.nGrams().buckets()) {
            throw new IllegalArgumentException("%d weights for %d buckets"
                    .formatted(weights.length, owners.nGrams().buckets()));
        }
    }

    LogisticModel withWeights(float[] others) {
        return new LogisticModel(owners, lengthPower, others, bias);
    }

    /** P(positive) of a text, given as its words joined by one space. */
    double probability(String words) {
        double logit = bias;
        for (double share : contributions(words)) {
            logit += share;
        }
        return sigmoid(logit);
    }

    /** Each word's share of the log-odds; they and the bias add up to the text's. */
    double[] contributions(String words) {
        NGrams nGrams = owners.nGrams();
        int[] hashes = HashedTexts.hashes(words);
        int last = hashes.length - 1;
        double[] shares = new double[hashes.length];
        for (int i = 0; i <= last; i++) {
            shares[i] += weight(nGrams.word(hashes, i));
            give(shares, Math.max(i - 1, 0), i, weight(nGrams.neighbours(hashes, 0, hashes.length, i)));
            if (nGrams.reach() > 1 && i > 1) {
                give(shares, i - 2, i, weight(nGrams.gapped(hashes, i)));
            }
        }
        if (last >= 0) {
            give(shares, last, last, weight(nGrams.neighbours(hashes, 0, hashes.length, hashes.length)));
        }
        double scale = new LengthScale(lengthPower).of(hashes.length);
        for (int i = 0; i <= last; i++) {
            shares[i] *= scale;
        }
        return shares;
    }

    private static void give(double[] shares, int left, int right, double weight) {
        shares[left] += weight / 2;
        shares[right] += weight / 2;
    }

    private double weight(int id) {
        return owners.owns(id) ? weights[owners.nGrams().bucket(id)] : 0;
    }

    Predictions predict(HashedTexts texts) {
        Features features = new Features(texts, owners.nGrams());
        LengthScale scale = new LengthScale(lengthPower);
        float[] probabilities = new float[texts.size()];
        for (int row = 0; row < probabilities.length; row++) {
            int length = features.load(row, owners);
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += weights[features.get(i)];
            }
            probabilities[row] = (float) sigmoid(bias + sum * scale.of(texts.wordCount(row)));
        }
        return new Predictions(probabilities, texts.labels());
    }

    static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
