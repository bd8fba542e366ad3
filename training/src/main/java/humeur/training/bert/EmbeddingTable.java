package humeur.training.bert;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A table of vectors of which a batch reads, and updates, a few rows. The optimiser touches only those: walking the whole
 * vocabulary at each step takes as long as half the encoder's work at small batches.
 *
 * <p>A row's moments decay when it is updated, not between (as in TensorFlow's LazyAdam), and their correction for a cold
 * start counts the row's own updates, so that a rare word's first steps are no larger than a frequent one's.
 */
final class EmbeddingTable implements Parameter {
    private final String name;
    private final int width;
    private final float[] values;
    private final AdamW.Moments moments;
    private final float[] updates;
    private final AdamW optimizer;

    EmbeddingTable(String name, Tensor initial, AdamW optimizer) {
        this.name = name;
        this.optimizer = optimizer;
        width = initial.shape()[1];
        values = initial.values().clone();
        moments = AdamW.Moments.zeros(values.length);
        updates = new float[initial.shape()[0]];
    }

    int rows() {
        return updates.length;
    }

    int width() {
        return width;
    }

    /** The vectors of some rows, one after the other. */
    float[] gather(int[] rows) {
        float[] gathered = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, gathered, i * width, width);
        }
        return gathered;
    }

    /** @param gradient of what {@link #gather} gave for the same rows; all of them differ */
    void update(int[] rows, float[] gradient, double rate, float scale) {
        FloatBuffer weights = values();
        FloatBuffer gradients = FloatBuffer.wrap(gradient);
        for (int i = 0; i < rows.length; i++) {
            int from = rows[i] * width;
            updates[rows[i]]++;
            optimizer.update(
                    weights.slice(from, width),
                    gradients.slice(i * width, width),
                    moments.slice(from, width),
                    new AdamW.Step(rate, scale, (long) updates[rows[i]]));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FloatBuffer values() {
        return FloatBuffer.wrap(values);
    }

    @Override
    public Map<String, FloatBuffer> state() {
        Map<String, FloatBuffer> state = new LinkedHashMap<>();
        state.put(name, values());
        state.put(name + ".mean", moments.mean());
        state.put(name + ".square", moments.square());
        state.put(name + ".updates", FloatBuffer.wrap(updates));
        return state;
    }
}
