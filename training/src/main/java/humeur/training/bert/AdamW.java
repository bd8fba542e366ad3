package humeur.training.bert;

import java.nio.FloatBuffer;

/**
 * Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019), in one pass over the memory.
 *
 * @param meanDecay β₁
 * @param squareDecay β₂
 * @param epsilon added to the root, so that a weight without gradient stays
 * @param weightDecay λ, times the learning rate
 */
public record AdamW(double meanDecay, double squareDecay, double epsilon, double weightDecay) {
    public static final AdamW USUAL = new AdamW(0.9, 0.999, 1e-8, 0.01);

    /** Weights that fit a core's cache together with their moments. */
    private static final int CHUNK = 8192;

    AdamW withoutWeightDecay() {
        return new AdamW(meanDecay, squareDecay, epsilon, 0);
    }

    /**
     * Updates weights and moments in place.
     *
     * @param scale factor on the gradient
     * @param updates how often the weights have been updated, this time included
     */
    void update(
            FloatBuffer weights,
            FloatBuffer gradient,
            float[] mean,
            float[] square,
            double rate,
            float scale,
            long updates) {
        float[] w = new float[CHUNK];
        float[] g = new float[CHUNK];
        for (int from = 0; from < mean.length; from += CHUNK) {
            int length = Math.min(CHUNK, mean.length - from);
            weights.get(from, w, 0, length);
            gradient.get(from, g, 0, length);
            update(w, g, 0, mean, square, from, length, rate, scale, updates);
            weights.put(from, w, 0, length);
        }
    }

    /** Updates {@code length} weights of arrays, and their moments from {@code momentsFrom} on. */
    void update(
            float[] weights,
            float[] gradient,
            int from,
            float[] mean,
            float[] square,
            int momentsFrom,
            int length,
            double rate,
            float scale,
            long updates) {
        float b1 = (float) meanDecay;
        float b2 = (float) squareDecay;
        float c1 = (1 - b1) * scale;
        float c2 = (1 - b2) * scale * scale;
        float step = (float) (rate / (1 - Math.pow(meanDecay, updates)));
        float correction = (float) (1 / (1 - Math.pow(squareDecay, updates)));
        float kept = (float) (1 - rate * weightDecay);
        float floor = (float) epsilon;
        for (int i = 0; i < length; i++) {
            float g = gradient[from + i];
            float m = b1 * mean[momentsFrom + i] + c1 * g;
            float v = b2 * square[momentsFrom + i] + c2 * g * g;
            mean[momentsFrom + i] = m;
            square[momentsFrom + i] = v;
            weights[from + i] = weights[from + i] * kept - step * m / ((float) Math.sqrt(v * correction) + floor);
        }
    }
}
