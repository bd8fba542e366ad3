package humeur.training.logistic;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a graph's constants back into the model, so that a shipped file can be checked without its training. */
final class LogisticGraphReader {
    private final Path file;
    private final Map<String, String> facts;
    private final Map<String, TensorProto> constants;

    private LogisticGraphReader(Path file, ModelProto graph) {
        this.file = file;
        this.facts = graph.getMetadataPropsList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
        this.constants = graph.getGraph().getInitializerList().stream()
                .collect(Collectors.toMap(TensorProto::getName, tensor -> tensor));
    }

    /**
     * Reads a graph that {@link LogisticGraph} has written.
     *
     * @throws IOException if the file cannot be read or is another graph
     */
    static LogisticModel read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new LogisticGraphReader(file, ModelProto.parseFrom(in)).model();
        }
    }

    private LogisticModel model() throws IOException {
        float[] levels = floats(LogisticGraph.LEVELS);
        byte[] codes = Files.readAllBytes(file.resolveSibling(LogisticGraph.CODES_FILE));
        NGrams nGrams =
                new NGrams(fact(LogisticGraph.BITS), fact(LogisticGraph.FINGERPRINT_BITS), fact(LogisticGraph.REACH));
        Packing packing = new Packing(nGrams.fingerprintBits());
        float[] weights = new float[codes.length];
        byte[] fingerprints = new byte[codes.length];
        for (int bucket = 0; bucket < weights.length; bucket++) {
            weights[bucket] = levels[packing.level(codes[bucket])];
            fingerprints[bucket] = packing.fingerprint(codes[bucket]);
        }
        double lengthPower = -floats(LogisticGraph.NEGATIVE_POWER)[0];
        return new LogisticModel(
                new BucketOwners(nGrams, fingerprints), lengthPower, weights, floats(LogisticGraph.BIAS)[0]);
    }

    private int fact(String key) throws IOException {
        String value = facts.get(key);
        if (value == null) {
            throw foreign("metadata", key);
        }
        return Integer.parseInt(value);
    }

    private float[] floats(String name) throws IOException {
        ByteBuffer bytes = constant(name).getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private TensorProto constant(String name) throws IOException {
        TensorProto tensor = constants.get(name);
        if (tensor == null) {
            throw foreign("constant", name);
        }
        return tensor;
    }

    private IOException foreign(String what, String name) {
        return new IOException("%s was not written by `training train`: it has no %s \"%s\"; train it again"
                .formatted(file, what, name));
    }
}
