package humeur.training.bert;

import static humeur.training.bert.ParameterNames.bias;
import static humeur.training.bert.ParameterNames.weight;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import humeur.training.onnx.GraphFiles;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the weights back from a graph that {@link EncoderGraph} wrote, so that a later training can begin where the shipped
 * model ended. Integers become the floats that they stand for.
 */
public final class ShippedGraph {
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private ShippedGraph(GraphProto graph) {
        graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
    }

    public static Weights read(Path file) throws IOException {
        return read(GraphFiles.join(file));
    }

    static Weights read(ModelProto model) {
        GraphProto graph = WideAndDeepGraph.encoder(model.getGraph());
        return new ShippedGraph(graph).weights(heads(graph));
    }

    private Weights weights(int heads) {
        tensors.put(ParameterNames.WORDS, table(ParameterNames.WORDS));
        tensors.put(ParameterNames.POSITIONS, floats("positions.table"));
        norm(ParameterNames.EMBEDDINGS_NORM);
        int layers = 0;
        while (constants.containsKey(ParameterNames.attention(layers) + ".matrix")) {
            linear(ParameterNames.attention(layers));
            linear(ParameterNames.attentionOutput(layers));
            norm(ParameterNames.attentionNorm(layers));
            linear(ParameterNames.intermediate(layers));
            linear(ParameterNames.output(layers));
            norm(ParameterNames.outputNorm(layers));
            layers++;
        }
        tensors.put(
                weight(ParameterNames.CLASSIFIER), floats("classifier.matrix").transposed());
        tensors.put(bias(ParameterNames.CLASSIFIER), floats(bias(ParameterNames.CLASSIFIER)));
        return new Weights(shape(layers, heads), tensors);
    }

    private EncoderShape shape(int layers, int heads) {
        int[] words = tensors.get(ParameterNames.WORDS).shape();
        return new EncoderShape(
                layers,
                words[1],
                heads,
                tensors.get(bias(ParameterNames.intermediate(0))).shape()[0],
                words[0],
                tensors.get(ParameterNames.POSITIONS).shape()[0]);
    }

    private static int heads(GraphProto graph) {
        for (NodeProto node : graph.getNodeList()) {
            for (AttributeProto attribute : node.getAttributeList()) {
                if (attribute.getName().equals("num_heads")) {
                    return Math.toIntExact(attribute.getI());
                }
            }
        }
        throw new IllegalArgumentException("The graph has no attention; is it a BERT graph of this training?");
    }

    private void linear(String name) {
        tensors.put(weight(name), columns(name));
        tensors.put(bias(name), floats(bias(name)));
    }

    private void norm(String name) {
        tensors.put(weight(name), floats(weight(name)));
        tensors.put(bias(name), floats(bias(name)));
    }

    /** A table with a scale for each row. */
    private Tensor table(String name) {
        TensorProto stored = constant(name + ".table");
        Tensor table = isFloat(stored)
                ? floats(name + ".table")
                : quantized(stored, name).dequantized();
        TensorProto rows = constants.get(name + ".rows");
        return rows == null ? table : PieceRows.expanded(table, integers(rows));
    }

    /** A matrix, stored as input × output with a scale for each output, as output × input. */
    private Tensor columns(String name) {
        TensorProto matrix = constant(name + ".matrix");
        if (isFloat(matrix)) {
            return floats(name + ".matrix").transposed();
        }
        int[] shape = shape(matrix);
        byte[] rows = new Quantized(shape, matrix.getRawData().toByteArray(), new float[0]).transposedIntegers();
        return new Quantized(
                        new int[] {shape[1], shape[0]},
                        rows,
                        floats(name + ".scales").values())
                .dequantized();
    }

    private Quantized quantized(TensorProto integers, String name) {
        return new Quantized(
                shape(integers),
                integers.getRawData().toByteArray(),
                floats(name + ".scales").values());
    }

    private Tensor floats(String name) {
        TensorProto constant = constant(name);
        float[] values = new float[constant.getRawData().size() / Float.BYTES];
        constant.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(shape(constant), values);
    }

    private TensorProto constant(String name) {
        TensorProto constant = constants.get(name);
        if (constant == null) {
            throw new IllegalArgumentException("The graph has no constant \"%s\"".formatted(name));
        }
        return constant;
    }

    private static int[] integers(TensorProto constant) {
        int[] values = new int[constant.getRawData().size() / Integer.BYTES];
        constant.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(values);
        return values;
    }

    private static boolean isFloat(TensorProto tensor) {
        return tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber();
    }

    private static int[] shape(TensorProto tensor) {
        return tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
    }
}
