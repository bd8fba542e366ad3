package humeur.training.bert;

/**
 * A matrix of 8-bit integers with a scale for each row: {@code value ≈ integer · scale}, symmetric about zero.
 *
 * @param shape rows and columns
 * @param integers in row-major order
 * @param scales one a row
 */
record Quantized(int[] shape, byte[] integers, float[] scales) {
    /**
     * Rounds each row to integers from {@code -largest} to {@code largest}.
     *
     * @param largest 127 at most
     */
    static Quantized rows(Tensor matrix, int largest) {
        int rows = matrix.shape()[0];
        int columns = matrix.shape()[1];
        byte[] integers = new byte[matrix.values().length];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            float scale = largest(matrix.values(), row * columns, columns) / largest;
            scales[row] = scale == 0 ? 1 : scale;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                integers[i] = (byte) Math.round(matrix.values()[i] / scales[row]);
            }
        }
        return new Quantized(matrix.shape(), integers, scales);
    }

    /** The values that it stands for. */
    Tensor dequantized() {
        float[] values = new float[integers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = integers[i] * scales[i / shape[1]];
        }
        return new Tensor(shape, values);
    }

    /** The integers column by column. */
    byte[] transposedIntegers() {
        byte[] transposed = new byte[integers.length];
        for (int row = 0; row < shape[0]; row++) {
            for (int column = 0; column < shape[1]; column++) {
                transposed[column * shape[0] + row] = integers[row * shape[1] + column];
            }
        }
        return transposed;
    }

    private static float largest(float[] values, int from, int length) {
        float largest = 0;
        for (int i = from; i < from + length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }
}
