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
    private final float[] mean;
    private final float[] square;
    private final float[] updates;
    private final AdamW optimizer;

    EmbeddingTable(String name, Tensor initial, AdamW optimizer) {
        this.name = name;
        this.optimizer = optimizer;
        width = initial.shape()[1];
        values = initial.values().clone();
        mean = new float[values.length];
        square = new float[values.length];
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
        float[] row = new float[width];
        for (int i = 0; i < rows.length; i++) {
            int at = rows[i] * width;
            updates[rows[i]]++;
            System.arraycopy(values, at, row, 0, width);
            float[] own = java.util.Arrays.copyOfRange(gradient, i * width, (i + 1) * width);
            optimizer.update(row, own, 0, mean, square, at, width, rate, scale, (long) updates[rows[i]]);
            System.arraycopy(row, 0, values, at, width);
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
        state.put(name + ".mean", FloatBuffer.wrap(mean));
        state.put(name + ".square", FloatBuffer.wrap(square));
        state.put(name + ".updates", FloatBuffer.wrap(updates));
        return state;
    }
}
