package humeur.training.logistic;

/**
 * How often the owner of each bucket was met in the training part.
 *
 * @param positive occurrences in positive texts
 * @param negative occurrences in negative texts
 */
record BucketStatistics(int[] positive, int[] negative) {
    static BucketStatistics of(HashedTexts texts, BucketOwners owners) {
        NGrams nGrams = owners.nGrams();
        int[] positive = new int[nGrams.buckets()];
        int[] negative = new int[nGrams.buckets()];
        Features features = new Features(texts, nGrams);
        for (int row = 0; row < texts.size(); row++) {
            int[] counts = texts.labels()[row] ? positive : negative;
            int length = features.load(row, owners);
            for (int i = 0; i < length; i++) {
                counts[features.get(i)]++;
            }
        }
        return new BucketStatistics(positive, negative);
    }

    int occurrences(int bucket) {
        return positive[bucket] + negative[bucket];
    }

    /**
     * The value that each bucket's features have in training: 1 + strength · |r|, where r is the logarithm of the ratio of
     * the feature's share among positive and among negative texts, smoothed (Wang and Manning 2012, who use r itself; its
     * sign is for the fit to find). Features that tell the labels apart take longer steps, so rare ones that do not stay
     * near 0.
     */
    float[] naiveBayes(double strength, double smoothing) {
        int buckets = positive.length;
        double positives = smoothing * buckets;
        double negatives = smoothing * buckets;
        for (int bucket = 0; bucket < buckets; bucket++) {
            positives += positive[bucket];
            negatives += negative[bucket];
        }
        double prior = StrictMath.log(negatives / positives);
        float[] values = new float[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            double odds = (positive[bucket] + smoothing) / (negative[bucket] + smoothing);
            values[bucket] = (float) (1 + strength * Math.abs(StrictMath.log(odds) + prior));
        }
        return values;
    }
}
