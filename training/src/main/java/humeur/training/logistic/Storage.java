package humeur.training.logistic;

import ai.onnxruntime.platform.Fp16Conversions;
import java.util.function.BiFunction;

/** How a table can hold its weights. */
enum Storage {
    FLOAT32(4, (weights, statistics) -> weights),
    FLOAT16(2, (weights, statistics) -> halved(weights)),
    CODEBOOK(1, (weights, statistics) -> Codebook.fit(weights, statistics).rounded(weights));

    private final int bytes;
    private final BiFunction<float[], BucketStatistics, float[]> rounding;

    Storage(int bytes, BiFunction<float[], BucketStatistics, float[]> rounding) {
        this.bytes = bytes;
        this.rounding = rounding;
    }

    /** Bytes per weight. */
    int bytes() {
        return bytes;
    }

    /** The weights as they are read back. */
    float[] rounded(float[] weights, BucketStatistics statistics) {
        return rounding.apply(weights, statistics);
    }

    private static float[] halved(float[] weights) {
        float[] rounded = new float[weights.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Fp16Conversions.fp16ToFloat(Fp16Conversions.floatToFp16(weights[i]));
        }
        return rounded;
    }
}
