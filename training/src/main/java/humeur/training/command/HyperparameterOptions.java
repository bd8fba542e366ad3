package humeur.training.command;

import humeur.training.logistic.Hyperparameters;
import picocli.CommandLine.Option;

/** The hyper-parameters, each with the best value found as its default. */
final class HyperparameterOptions {
    @Option(names = "--bits", description = "Base-2 logarithm of the number of buckets (${DEFAULT-VALUE}).")
    private int bits = Hyperparameters.DEFAULT.bits();

    @Option(
            names = "--fingerprint-bits",
            description = "Bits of a bucket's byte that tell features apart (${DEFAULT-VALUE}).")
    private int fingerprintBits = Hyperparameters.DEFAULT.fingerprintBits();

    @Option(
            names = "--reach",
            description = "Distance of the words of a pair: 1, or 2 for one word between as well (${DEFAULT-VALUE}).")
    private int reach = Hyperparameters.DEFAULT.reach();

    @Option(
            names = "--length-power",
            description = "A text of n words has its sum divided by n to this power (${DEFAULT-VALUE}).")
    private double lengthPower = Hyperparameters.DEFAULT.lengthPower();

    @Option(names = "--bayes", description = "Strength of the naive-Bayes weighting; 0 for counts (${DEFAULT-VALUE}).")
    private double bayes = Hyperparameters.DEFAULT.bayes();

    @Option(names = "--smoothing", description = "Pseudo-count of the naive-Bayes ratio (${DEFAULT-VALUE}).")
    private double smoothing = Hyperparameters.DEFAULT.smoothing();

    @Option(names = "--learning-rate", description = "Step of the first update (${DEFAULT-VALUE}).")
    private double learningRate = Hyperparameters.DEFAULT.learningRate();

    @Option(names = "--epochs", description = "Passes over the training part (${DEFAULT-VALUE}).")
    private int epochs = Hyperparameters.DEFAULT.epochs();

    @Option(
            names = "--orders",
            description = "Fits in different orders of the texts, whose weights are averaged (${DEFAULT-VALUE}).")
    private int orders = Hyperparameters.DEFAULT.orders();

    @Option(names = "--seed", description = "Seed of the first order (${DEFAULT-VALUE}).")
    private long seed = Hyperparameters.DEFAULT.seed();

    Hyperparameters value() {
        return new Hyperparameters(
                bits, fingerprintBits, reach, lengthPower, bayes, smoothing, learningRate, epochs, orders, seed);
    }
}
