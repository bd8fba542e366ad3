package humeur.training.logistic;

import ai.onnxruntime.platform.Fp16Conversions;

/** How a table can hold its weights. */
enum Storage {
    /** A {@link Codebook}, sharing a byte with the fingerprint. */
    BYTE(1),
    FLOAT16(2),
    FLOAT32(4);

    private final int bytes;

    Storage(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes per bucket; the wider forms would hold a fingerprint beside. */
    int bytes() {
        return bytes;
    }

    /** The weights as they are read back. */
    float[] rounded(float[] weights, BucketStatistics statistics, Packing packing) {
        return switch (this) {
            case FLOAT32 -> weights;
            case FLOAT16 -> halved(weights);
            case BYTE -> Codebook.fit(weights, statistics, packing.levels()).rounded(weights);
        };
    }

    private static float[] halved(float[] weights) {
        float[] rounded = new float[weights.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Fp16Conversions.fp16ToFloat(Fp16Conversions.floatToFp16(weights[i]));
        }
        return rounded;
    }
}
