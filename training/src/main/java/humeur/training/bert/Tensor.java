package humeur.training.bert;

import java.util.Arrays;
import java.util.List;

/**
 * A dense tensor.
 *
 * @param shape sizes of its dimensions
 * @param values in row-major order
 */
public record Tensor(int[] shape, float[] values) {
    public Tensor {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (values.length != size) {
            throw new IllegalArgumentException(
                    "%d values for the shape %s".formatted(values.length, Arrays.toString(shape)));
        }
    }

    static Tensor zeros(int... shape) {
        return new Tensor(shape, new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)]);
    }

    /** Of a matrix. */
    Tensor transposed() {
        int rows = shape[0];
        int columns = shape[1];
        float[] transposed = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = values[row * columns + column];
            }
        }
        return new Tensor(new int[] {columns, rows}, transposed);
    }

    /** Of tensors of one shape, element by element. */
    static Tensor mean(List<Tensor> tensors) {
        Tensor mean = zeros(tensors.get(0).shape);
        for (int i = 0; i < mean.values.length; i++) {
            double sum = 0;
            for (Tensor tensor : tensors) {
                sum += tensor.values[i];
            }
            mean.values[i] = (float) (sum / tensors.size());
        }
        return mean;
    }

    /** Tensors whose first dimensions follow one another. */
    static Tensor concatenated(Tensor... parts) {
        int[] shape = parts[0].shape.clone();
        shape[0] = Arrays.stream(parts).mapToInt(part -> part.shape[0]).sum();
        Tensor whole = zeros(shape);
        int at = 0;
        for (Tensor part : parts) {
            System.arraycopy(part.values, 0, whole.values, at, part.values.length);
            at += part.values.length;
        }
        return whole;
    }
}
