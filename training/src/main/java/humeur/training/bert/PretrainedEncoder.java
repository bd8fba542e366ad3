package humeur.training.bert;

import static humeur.training.bert.ParameterNames.bias;
import static humeur.training.bert.ParameterNames.weight;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights of a BERT encoder as PyTorch exports it to ONNX. That export keeps the names of embeddings, biases and
 * normalisations; a matrix has lost its name and is stored transposed, and is known by the node that multiplies with it.
 */
public final class PretrainedEncoder {
    private static final String RESOURCE = "/all-minilm-l6-v2.onnx";
    private static final String PRODUCT = "MatMul";

    private final EncoderShape shape;
    private final Map<String, TensorProto> initializers = new HashMap<>();
    private final Map<String, String> matrices = new HashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private PretrainedEncoder(EncoderShape shape, GraphProto graph) {
        this.shape = shape;
        for (TensorProto initializer : graph.getInitializerList()) {
            initializers.put(initializer.getName(), initializer);
        }
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals(PRODUCT)) {
                matrices.put(node.getName(), node.getInput(1));
            }
        }
    }

    /** Reads MiniLM-L6-H384 from the class path. */
    public static Weights read() throws IOException {
        try (InputStream in = PretrainedEncoder.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException("The class path lacks the pre-trained encoder " + RESOURCE);
            }
            CodedInputStream bytes = CodedInputStream.newInstance(in);
            bytes.setSizeLimit(Integer.MAX_VALUE);
            return new PretrainedEncoder(
                            EncoderShape.MINILM_L6, ModelProto.parseFrom(bytes).getGraph())
                    .weights();
        }
    }

    private Weights weights() {
        tensors.put(ParameterNames.WORDS, named("embeddings.word_embeddings.weight"));
        tensors.put(ParameterNames.POSITIONS, positions());
        norm(ParameterNames.EMBEDDINGS_NORM, "embeddings.LayerNorm");
        for (int layer = 0; layer < shape.layers(); layer++) {
            String source = "encoder.layer." + layer + ".";
            attention(layer, source + "attention.self.");
            linear(ParameterNames.attentionOutput(layer), source + "attention.output.dense");
            norm(ParameterNames.attentionNorm(layer), source + "attention.output.LayerNorm");
            linear(ParameterNames.intermediate(layer), source + "intermediate.dense");
            linear(ParameterNames.output(layer), source + "output.dense");
            norm(ParameterNames.outputNorm(layer), source + "output.LayerNorm");
        }
        return new Weights(shape, tensors);
    }

    /** A classifier's texts are all of one segment, so that segment's vector is a part of each position's. */
    private Tensor positions() {
        Tensor positions = named("embeddings.position_embeddings.weight");
        float[] segments = named("embeddings.token_type_embeddings.weight").values();
        float[] sums = positions.values().clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += segments[i % shape.hidden()];
        }
        return new Tensor(positions.shape(), sums);
    }

    private void attention(int layer, String source) {
        String name = ParameterNames.attention(layer);
        tensors.put(
                weight(name),
                Tensor.concatenated(matrix(source + "query"), matrix(source + "key"), matrix(source + "value")));
        tensors.put(
                bias(name),
                Tensor.concatenated(
                        named(source + "query.bias"), named(source + "key.bias"), named(source + "value.bias")));
    }

    private void linear(String name, String source) {
        tensors.put(weight(name), matrix(source));
        tensors.put(bias(name), named(source + ".bias"));
    }

    private void norm(String name, String source) {
        tensors.put(weight(name), named(source + ".weight"));
        tensors.put(bias(name), named(source + ".bias"));
    }

    private Tensor matrix(String source) {
        String node = "/" + source.replace(".", "/").replace("layer/", "layer.") + "/" + PRODUCT;
        String initializer = matrices.get(node);
        if (initializer == null) {
            throw new IllegalArgumentException("The encoder's graph has no node " + node);
        }
        return named(initializer).transposed();
    }

    private Tensor named(String name) {
        TensorProto tensor = initializers.get(name);
        if (tensor == null || tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
            throw new IllegalArgumentException("The encoder's graph has no float initializer \"%s\"".formatted(name));
        }
        int[] dimensions =
                tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
        float[] values = new float[tensor.getRawData().size() / Float.BYTES];
        tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(dimensions, values);
    }
}
