package humeur.training.bert;

/**
 * Warm-up, stable, decay: training goes on at a constant rate for as long as there is time, and a model is taken from it at
 * any moment by a short branch on which the rate falls to zero (Hu et al. 2024; Hägele et al. 2024).
 */
public sealed interface LearningRate {
    /** The rate of a step, counted from 0. */
    double at(long step);

    /**
     * The stable branch.
     *
     * @param peak the constant rate
     * @param warmUp steps in which the rate rises to it
     */
    record Stable(double peak, long warmUp) implements LearningRate {
        @Override
        public double at(long step) {
            return peak * Math.min(1, (step + 1.0) / (warmUp + 1));
        }
    }

    /**
     * A decaying branch: the rate falls as one less the square root of the part of the branch that is done, which leaves
     * most of its steps at low rates.
     *
     * @param stable the branch it leaves
     * @param start the step at which it leaves
     * @param steps its length
     */
    record Decay(Stable stable, long start, long steps) implements LearningRate {
        @Override
        public double at(long step) {
            double done = Math.min(1, Math.max(0, (step - start) / (double) steps));
            return stable.at(step) * (1 - Math.sqrt(done));
        }
    }
}
