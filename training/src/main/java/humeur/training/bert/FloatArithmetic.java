package humeur.training.bert;

import static humeur.training.onnx.GraphBuilder.MICROSOFT;

import humeur.training.onnx.Attributes;
import humeur.training.onnx.GraphBuilder;
import humeur.training.onnx.Tensors;
import java.util.List;

/** Weights as they were trained: 32-bit floats. */
final class FloatArithmetic implements Arithmetic {
    @Override
    public void rows(GraphBuilder graph, String name, String ids, Tensor table) {
        graph.constant(Tensors.floats(name + ".table", table.shape(), table.values()));
        graph.node(name, "Gather", List.of(name + ".table", ids));
    }

    @Override
    public void product(GraphBuilder graph, String name, String input, Tensor matrix) {
        graph.node(name, "MatMul", List.of(input, transposed(graph, name, matrix)));
    }

    @Override
    public void attention(GraphBuilder graph, String name, String input, Projection projection) {
        String matrix = transposed(graph, name, projection.matrix());
        graph.constant(Tensors.floats(name + ".bias", projection.bias().values()));
        graph.node(
                name,
                MICROSOFT,
                "Attention",
                List.of(input, matrix, name + ".bias", projection.mask()),
                Attributes.integer("num_heads", projection.heads()));
    }

    private static String transposed(GraphBuilder graph, String name, Tensor matrix) {
        Tensor transposed = matrix.transposed();
        graph.constant(Tensors.floats(name + ".matrix", transposed.shape(), transposed.values()));
        return name + ".matrix";
    }
}
