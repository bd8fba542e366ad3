package humeur.training.bert;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import humeur.training.evaluation.Predictions;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/** Asks an exported graph for the probability of many texts, those of about the same length together. */
public final class GraphScorer implements AutoCloseable {
    private static final int BATCH = 32;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    public GraphScorer(byte[] graph) throws OrtException {
        session = environment.createSession(graph);
    }

    public Predictions predict(TokenizedTexts texts) throws OrtException {
        int[] byLength = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(texts::length))
                .mapToInt(Integer::intValue)
                .toArray();
        float[] probabilities = new float[texts.size()];
        for (int from = 0; from < byLength.length; from += BATCH) {
            int[] rows = Arrays.copyOfRange(byLength, from, Math.min(byLength.length, from + BATCH));
            float[] some = probabilities(texts, rows);
            for (int i = 0; i < rows.length; i++) {
                probabilities[rows[i]] = some[i];
            }
        }
        return new Predictions(probabilities, texts.labels());
    }

    private float[] probabilities(TokenizedTexts texts, int[] rows) throws OrtException {
        int length = Arrays.stream(rows).map(texts::length).max().orElse(0);
        long[] ids = new long[rows.length * length];
        int[] mask = new int[ids.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < texts.length(rows[i]); k++) {
                ids[i * length + k] = texts.id(rows[i], k);
                mask[i * length + k] = 1;
            }
        }
        long[] shape = {rows.length, length};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, IntBuffer.wrap(mask), shape);
                OrtSession.Result result = session.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor))) {
            return (float[]) result.get("probability").orElseThrow().getValue();
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
