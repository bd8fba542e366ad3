package humeur.training.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A parameter that every batch updates as a whole. It lives in PyTorch's memory, which the optimiser reads and writes in
 * place.
 */
final class DenseParameter implements Parameter {
    private static final int CHUNK = 4096;

    private final String name;
    private final NDArray array;
    private final FloatBuffer values;
    private final AdamW.Moments moments;
    private final AdamW optimizer;

    DenseParameter(String name, Tensor initial, NDManager manager, AdamW optimizer) {
        this.name = name;
        this.optimizer = ParameterNames.decays(name) ? optimizer : optimizer.withoutWeightDecay();
        array = manager.create(
                initial.values(),
                new Shape(IntStream.of(initial.shape()).asLongStream().toArray()));
        array.setRequiresGradient(true);
        values = memory(array);
        moments = AdamW.Moments.zeros(initial.values().length);
    }

    NDArray array() {
        return array;
    }

    /** The sum of the gradient's squares; not finite if one of its values is not. */
    double gradientSquares() {
        try (NDArray gradient = array.getGradient()) {
            return sumOfSquares(memory(gradient));
        }
    }

    void update(AdamW.Step step) {
        try (NDArray gradient = array.getGradient()) {
            optimizer.update(values, memory(gradient), moments, step);
        }
    }

    void clearGradient() {
        JniUtils.zeroGrad((PtNDArray) array);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FloatBuffer values() {
        return values;
    }

    @Override
    public Map<String, FloatBuffer> state() {
        Map<String, FloatBuffer> state = new LinkedHashMap<>();
        state.put(name, values);
        state.put(name + ".mean", moments.mean());
        state.put(name + ".square", moments.square());
        return state;
    }

    private static FloatBuffer memory(NDArray array) {
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private static double sumOfSquares(FloatBuffer buffer) {
        float[] chunk = new float[CHUNK];
        double sum = 0;
        for (int from = 0; from < buffer.limit(); from += CHUNK) {
            int length = Math.min(CHUNK, buffer.limit() - from);
            buffer.get(from, chunk, 0, length);
            sum += Squares.sum(chunk, length);
        }
        return sum;
    }
}
