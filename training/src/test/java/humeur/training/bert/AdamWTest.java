package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class AdamWTest {
    /** Algorithm 2 of Loshchilov and Hutter (2019), step by step in double precision. */
    private static double reference(double weight, double[] gradients, double rate, double decay) {
        double m = 0;
        double v = 0;
        double w = weight;
        for (int t = 1; t <= gradients.length; t++) {
            double g = gradients[t - 1];
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            double corrected = m / (1 - Math.pow(0.9, t)) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
            w -= rate * (corrected + decay * w);
        }
        return w;
    }

    @Test
    void followsThePaper() {
        double[] gradients = {0.3, -1.2, 0.05, 2, -0.7, 0};
        float[] weight = {1.5f};
        AdamW.Moments moments = AdamW.Moments.zeros(1);
        for (int t = 1; t <= gradients.length; t++) {
            AdamW.USUAL.update(
                    FloatBuffer.wrap(weight),
                    FloatBuffer.wrap(new float[] {(float) gradients[t - 1]}),
                    moments,
                    new AdamW.Step(0.01, 1, t));
        }

        assertThat(weight[0]).isEqualTo((float) reference(1.5, gradients, 0.01, 0.01), within(1e-6f));
    }

    @Test
    void reachesEveryWeightOfALargeTensor() {
        int size = 20_000;
        FloatBuffer weights = FloatBuffer.allocate(size);
        float[] gradient = new float[size];
        java.util.Arrays.fill(gradient, 1);
        AdamW.USUAL.update(weights, FloatBuffer.wrap(gradient), AdamW.Moments.zeros(size), new AdamW.Step(0.01, 1, 1));

        for (int i = 0; i < size; i++) {
            assertThat(weights.get(i)).isEqualTo(-0.01f, within(1e-6f));
        }
    }
}
