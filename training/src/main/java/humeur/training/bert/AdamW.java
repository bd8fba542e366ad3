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

    /** Weights that fit a core's cache together with their gradient and moments. */
    private static final int CHUNK = 4096;

    /**
     * What a step asks for.
     *
     * @param rate learning rate
     * @param scale factor on the gradient
     * @param updates how often the weights have been updated, this time included
     */
    record Step(double rate, float scale, long updates) {}

    /**
     * The running means of a tensor's gradient and of its square.
     *
     * @param mean m in the paper
     * @param square v in the paper
     */
    record Moments(FloatBuffer mean, FloatBuffer square) {
        static Moments zeros(int size) {
            return new Moments(FloatBuffer.allocate(size), FloatBuffer.allocate(size));
        }

        Moments slice(int from, int length) {
            return new Moments(mean.slice(from, length), square.slice(from, length));
        }
    }

    AdamW withoutWeightDecay() {
        return new AdamW(meanDecay, squareDecay, epsilon, 0);
    }

    /** Updates weights and moments in place; all four buffers are equally long. */
    void update(FloatBuffer weights, FloatBuffer gradient, Moments moments, Step step) {
        int size = weights.limit();
        float[] w = new float[Math.min(CHUNK, size)];
        float[] g = new float[w.length];
        float[] m = new float[w.length];
        float[] v = new float[w.length];
        for (int from = 0; from < size; from += w.length) {
            int length = Math.min(w.length, size - from);
            weights.get(from, w, 0, length);
            gradient.get(from, g, 0, length);
            moments.mean.get(from, m, 0, length);
            moments.square.get(from, v, 0, length);
            update(w, g, m, v, length, step);
            weights.put(from, w, 0, length);
            moments.mean.put(from, m, 0, length);
            moments.square.put(from, v, 0, length);
        }
    }

    private void update(float[] w, float[] g, float[] m, float[] v, int length, Step step) {
        float b1 = (float) meanDecay;
        float b2 = (float) squareDecay;
        float c1 = (1 - b1) * step.scale;
        float c2 = (1 - b2) * step.scale * step.scale;
        float rate = (float) (step.rate / (1 - Math.pow(meanDecay, step.updates)));
        float correction = (float) (1 / (1 - Math.pow(squareDecay, step.updates)));
        float kept = (float) (1 - step.rate * weightDecay);
        float floor = (float) epsilon;
        for (int i = 0; i < length; i++) {
            m[i] = b1 * m[i] + c1 * g[i];
            v[i] = b2 * v[i] + c2 * g[i] * g[i];
            w[i] = w[i] * kept - rate * m[i] / ((float) Math.sqrt(v[i] * correction) + floor);
        }
    }
}
