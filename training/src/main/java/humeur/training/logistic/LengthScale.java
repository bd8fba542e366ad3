package humeur.training.logistic;

import java.util.Arrays;

/** What a text's sum of weights is multiplied by: n to the power −p for n words, and 1 for none. */
final class LengthScale {
    private final double power;
    private final double[] known = new double[256];

    LengthScale(double power) {
        this.power = power;
        Arrays.setAll(known, this::compute);
    }

    double of(int words) {
        return words < known.length ? known[words] : compute(words);
    }

    private double compute(int words) {
        return StrictMath.pow(Math.max(words, 1), -power);
    }
}
