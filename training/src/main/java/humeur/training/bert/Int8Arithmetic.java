package humeur.training.bert;

import static humeur.training.onnx.GraphBuilder.MICROSOFT;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import humeur.training.onnx.Attributes;
import humeur.training.onnx.GraphBuilder;
import humeur.training.onnx.Tensors;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weights as 8-bit integers with a scale for each output; what flows between the layers is quantised as it comes.
 *
 * <p>Matrices use 7 of the 8 bits. A CPU without VNNI adds two products of an unsigned and a signed byte in 16 bits, which
 * saturates where both bytes use their whole range; the sums are then wrong without any error.
 */
final class Int8Arithmetic implements Arithmetic {
    private static final int LARGEST_FACTOR = 63;
    private static final int LARGEST_BYTE = 127;

    private final Set<String> quantized = new HashSet<>();

    @Override
    public void rows(GraphBuilder graph, String name, String ids, Tensor table) {
        Quantized rows = Quantized.rows(table, LARGEST_BYTE);
        graph.constant(Tensors.signedBytes(name + ".table", rows.shape(), rows.integers()));
        graph.constant(Tensors.floats(name + ".scales", new int[] {rows.scales().length, 1}, rows.scales()));
        graph.node(name + ".integers", "Gather", List.of(name + ".table", ids));
        graph.node(
                name + ".floats",
                "Cast",
                List.of(name + ".integers"),
                Attributes.integer("to", DataType.FLOAT.getNumber()));
        graph.node(name + ".scale", "Gather", List.of(name + ".scales", ids));
        graph.node(name, "Mul", List.of(name + ".floats", name + ".scale"));
    }

    @Override
    public void product(GraphBuilder graph, String name, String input, Tensor matrix) {
        quantize(graph, input);
        constants(graph, name, matrix);
        graph.node(
                name,
                MICROSOFT,
                "MatMulIntegerToFloat",
                List.of(
                        input + ".quantized",
                        name + ".matrix",
                        input + ".scale",
                        name + ".scales",
                        input + ".zero",
                        name + ".zeros"));
    }

    @Override
    public void attention(GraphBuilder graph, String name, String input, Projection projection) {
        quantize(graph, input);
        constants(graph, name, projection.matrix());
        graph.constant(Tensors.floats(name + ".bias", projection.bias().values()));
        graph.node(
                name,
                MICROSOFT,
                "QAttention",
                List.of(
                        input + ".quantized",
                        name + ".matrix",
                        name + ".bias",
                        input + ".scale",
                        name + ".scales",
                        projection.mask(),
                        input + ".zero",
                        name + ".zeros"),
                Attributes.integer("num_heads", projection.heads()));
    }

    private static void constants(GraphBuilder graph, String name, Tensor matrix) {
        Quantized rows = Quantized.rows(matrix, LARGEST_FACTOR);
        int outputs = rows.shape()[0];
        int[] transposed = {rows.shape()[1], outputs};
        graph.constant(Tensors.signedBytes(name + ".matrix", transposed, rows.transposedIntegers()));
        graph.constant(Tensors.floats(name + ".scales", rows.scales()));
        graph.constant(Tensors.signedBytes(name + ".zeros", new int[] {outputs}, new byte[outputs]));
    }

    private void quantize(GraphBuilder graph, String input) {
        if (quantized.add(input)) {
            graph.nodes(
                    input + ".quantize",
                    "DynamicQuantizeLinear",
                    List.of(input),
                    List.of(input + ".quantized", input + ".scale", input + ".zero"));
        }
    }
}
