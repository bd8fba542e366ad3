package humeur.training.logistic;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is chosen, on the validation part, before the weights are fitted.
 *
 * @param bits base-2 logarithm of the number of buckets
 * @param fingerprintBits bits of a bucket's byte that tell features apart; the others hold the weight
 * @param reach distance of the words of a pair, 1 or 2
 * @param lengthPower a text of n words has its sum of weights divided by n to this power
 * @param bayes how much a feature's naive-Bayes ratio counts in its step; 0 is plain counts
 * @param smoothing pseudo-count of that ratio
 * @param learningRate step of the first update, falling linearly to 0
 * @param epochs passes over the training part
 * @param orders fits in different orders of the texts, whose weights are averaged
 * @param seed of the first order; each further one has the next number
 */
public record Hyperparameters(
        int bits,
        int fingerprintBits,
        int reach,
        double lengthPower,
        double bayes,
        double smoothing,
        double learningRate,
        int epochs,
        int orders,
        long seed) {
    /** The best found on Sentiment140's validation part; {@code training tune} prints the alternatives. */
    public static final Hyperparameters DEFAULT = new Hyperparameters(22, 3, 2, 0.7, 1, 3, 0.2, 4, 4, 1);

    /** By the names that manifests use. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("buckets", 1 << bits);
        map.put("fingerprint_bits", fingerprintBits);
        map.put("reach", reach);
        map.put("length_power", lengthPower);
        map.put("bayes", bayes);
        map.put("smoothing", smoothing);
        map.put("learning_rate", learningRate);
        map.put("epochs", epochs);
        map.put("orders", orders);
        map.put("seed", seed);
        return map;
    }

    NGrams nGrams() {
        return new NGrams(bits, fingerprintBits, reach);
    }

    public Hyperparameters withBits(int value) {
        return new Hyperparameters(
                value, fingerprintBits, reach, lengthPower, bayes, smoothing, learningRate, epochs, orders, seed);
    }

    public Hyperparameters withFingerprintBits(int value) {
        return new Hyperparameters(
                bits, value, reach, lengthPower, bayes, smoothing, learningRate, epochs, orders, seed);
    }

    public Hyperparameters withReach(int value) {
        return new Hyperparameters(
                bits, fingerprintBits, value, lengthPower, bayes, smoothing, learningRate, epochs, orders, seed);
    }

    public Hyperparameters withLengthPower(double value) {
        return new Hyperparameters(
                bits, fingerprintBits, reach, value, bayes, smoothing, learningRate, epochs, orders, seed);
    }

    public Hyperparameters withBayes(double value) {
        return new Hyperparameters(
                bits, fingerprintBits, reach, lengthPower, value, smoothing, learningRate, epochs, orders, seed);
    }

    public Hyperparameters withSmoothing(double value) {
        return new Hyperparameters(
                bits, fingerprintBits, reach, lengthPower, bayes, value, learningRate, epochs, orders, seed);
    }

    public Hyperparameters withLearningRate(double value) {
        return new Hyperparameters(
                bits, fingerprintBits, reach, lengthPower, bayes, smoothing, value, epochs, orders, seed);
    }

    public Hyperparameters withEpochs(int value) {
        return new Hyperparameters(
                bits, fingerprintBits, reach, lengthPower, bayes, smoothing, learningRate, value, orders, seed);
    }

    public Hyperparameters withSeed(long value) {
        return new Hyperparameters(
                bits, fingerprintBits, reach, lengthPower, bayes, smoothing, learningRate, epochs, orders, value);
    }

    public Hyperparameters withOrders(int value) {
        return new Hyperparameters(
                bits, fingerprintBits, reach, lengthPower, bayes, smoothing, learningRate, epochs, value, seed);
    }
}
