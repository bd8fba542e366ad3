package humeur.training.logistic;

/**
 * Which fingerprint each bucket belongs to: that of the features which fall into it most often in the training part. All
 * others that fall into the bucket count as unknown, in training and in serving, instead of blurring its weight.
 *
 * @param nGrams the features
 * @param fingerprints of each bucket's owner
 */
record BucketOwners(NGrams nGrams, byte[] fingerprints) {
    static BucketOwners of(HashedTexts texts, NGrams nGrams) {
        int[] occurrences = new int[nGrams.ids()];
        Features features = new Features(texts, nGrams);
        for (int row = 0; row < texts.size(); row++) {
            int length = features.load(row);
            for (int i = 0; i < length; i++) {
                occurrences[features.get(i)]++;
            }
        }
        byte[] fingerprints = new byte[nGrams.buckets()];
        for (int id = nGrams.buckets(); id < occurrences.length; id++) {
            int bucket = nGrams.bucket(id);
            int owner = bucket | fingerprints[bucket] << nGrams.bits();
            if (occurrences[id] > occurrences[owner]) {
                fingerprints[bucket] = (byte) nGrams.fingerprint(id);
            }
        }
        return new BucketOwners(nGrams, fingerprints);
    }

    boolean owns(int id) {
        return fingerprints[nGrams.bucket(id)] == nGrams.fingerprint(id);
    }
}
