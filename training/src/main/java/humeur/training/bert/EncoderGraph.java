package humeur.training.bert;

import static humeur.training.bert.ParameterNames.bias;
import static humeur.training.bert.ParameterNames.weight;
import static humeur.training.onnx.GraphBuilder.MICROSOFT;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import humeur.training.onnx.Attributes;
import humeur.training.onnx.GraphBuilder;
import humeur.training.onnx.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes a classifier as an ONNX graph with ONNX Runtime's fused operators.
 *
 * <p>Inputs: {@code input_ids}, int64 [texts, pieces], and {@code attention_mask}, int32 of the same shape, 1 where a piece
 * is and 0 beyond a text's end. Outputs: {@code logit}, float [texts], the log-odds of a positive text, and
 * {@code probability}, float [texts].
 */
final class EncoderGraph {
    private static final float EPSILON = 1e-12f;
    private static final String IDS = "input_ids";
    /** For each piece of the vocabulary its row in the table, where that is shorter. */
    static final String ROWS = "embeddings.words.rows";

    private static final String MASK = "attention_mask";

    private final Weights weights;
    private final int positions;
    private final Arithmetic arithmetic;
    private final Optional<PieceRows> pieceRows;
    private final GraphBuilder graph = new GraphBuilder("bert");

    private EncoderGraph(Weights weights, int positions, Arithmetic arithmetic, Optional<PieceRows> pieceRows) {
        this.weights = weights;
        this.positions = positions;
        this.arithmetic = arithmetic;
        this.pieceRows = pieceRows;
    }

    /**
     * The classifier's graph.
     *
     * @param positions the most pieces of a text that it will be given
     */
    static ModelProto of(Weights weights, int positions, Arithmetic arithmetic) {
        return new EncoderGraph(weights, positions, arithmetic, Optional.empty()).build();
    }

    /** The same with a shortened table of pieces. */
    static ModelProto of(Weights weights, int positions, Arithmetic arithmetic, PieceRows rows) {
        return new EncoderGraph(weights, positions, arithmetic, Optional.of(rows)).build();
    }

    private ModelProto build() {
        graph.input(IDS, DataType.INT64, "texts", "pieces").input(MASK, DataType.INT32, "texts", "pieces");
        graph.constant(Tensors.longs("0", 0)).constant(Tensors.longs("1", 1)).constant(Tensors.longs("2", 2));
        String x = embeddings();
        for (int layer = 0; layer < weights.shape().layers(); layer++) {
            x = layer(layer, x);
        }
        classifier(pooled(x));
        graph.output("logit", DataType.FLOAT, "texts").output("probability", DataType.FLOAT, "texts");
        return graph.build();
    }

    private String embeddings() {
        words(weights.get(ParameterNames.WORDS));
        Tensor places = weights.get(ParameterNames.POSITIONS);
        int hidden = weights.shape().hidden();
        graph.constant(Tensors.floats(
                "positions.table", new int[] {positions, hidden}, Arrays.copyOf(places.values(), positions * hidden)));
        graph.node("shape", "Shape", List.of(IDS));
        graph.node("pieces", "Slice", List.of("shape", "1", "2"));
        graph.node("positions", "Slice", List.of("positions.table", "0", "pieces"));
        graph.node("embeddings", "Add", List.of(ParameterNames.WORDS, "positions"));
        String norm = ParameterNames.EMBEDDINGS_NORM;
        graph.node(
                norm,
                "LayerNormalization",
                List.of("embeddings", vector(weight(norm)), vector(bias(norm))),
                Attributes.real("epsilon", EPSILON));
        return norm;
    }

    private void words(Tensor table) {
        pieceRows.ifPresentOrElse(
                shorter -> {
                    graph.constant(Tensors.integers(ROWS, shorter.rows()));
                    graph.node("rows", "Gather", List.of(ROWS, IDS));
                    arithmetic.rows(graph, ParameterNames.WORDS, "rows", shorter.shortened(table));
                },
                () -> arithmetic.rows(graph, ParameterNames.WORDS, IDS, table));
    }

    private String layer(int layer, String x) {
        String attention = ParameterNames.attention(layer);
        arithmetic.attention(
                graph,
                attention,
                x,
                new Arithmetic.Projection(
                        weights.get(weight(attention)),
                        weights.get(bias(attention)),
                        weights.shape().heads(),
                        MASK));
        String projected = product(ParameterNames.attentionOutput(layer), attention);
        String attended = skip(ParameterNames.attentionNorm(layer), projected, x);
        String inner = product(ParameterNames.intermediate(layer), attended);
        String activated = inner + ".gelu";
        graph.node(activated, MICROSOFT, "BiasGelu", List.of(inner, vector(bias(inner))));
        String output = product(ParameterNames.output(layer), activated);
        return skip(ParameterNames.outputNorm(layer), output, attended);
    }

    private String product(String name, String input) {
        arithmetic.product(graph, name, input, weights.get(weight(name)));
        return name;
    }

    /** Normalises a branch with its bias plus what went past it. */
    private String skip(String norm, String branch, String past) {
        graph.node(
                norm,
                MICROSOFT,
                "SkipLayerNormalization",
                List.of(branch, past, vector(weight(norm)), vector(bias(norm)), vector(bias(branch))),
                Attributes.real("epsilon", EPSILON));
        return norm;
    }

    /** The mean over a text's pieces. */
    private String pooled(String x) {
        graph.node("mask", "Cast", List.of(MASK), Attributes.integer("to", DataType.FLOAT.getNumber()));
        graph.node("mask.column", "Unsqueeze", List.of("mask", "2"));
        graph.node("masked", "Mul", List.of(x, "mask.column"));
        graph.node("sum", "ReduceSum", List.of("masked", "1"), Attributes.integer("keepdims", 0));
        graph.node("count", "ReduceSum", List.of("mask", "1"), Attributes.integer("keepdims", 1));
        graph.node("pooled", "Div", List.of("sum", "count"));
        return "pooled";
    }

    private void classifier(String pooled) {
        Tensor matrix = weights.get(weight(ParameterNames.CLASSIFIER)).transposed();
        graph.constant(Tensors.floats("classifier.matrix", matrix.shape(), matrix.values()));
        graph.node("logits", "Gemm", List.of(pooled, "classifier.matrix", vector(bias(ParameterNames.CLASSIFIER))));
        graph.node("logit", "Squeeze", List.of("logits", "1"));
        graph.node("probability", "Sigmoid", List.of("logit"));
    }

    private String vector(String parameter) {
        graph.constant(Tensors.floats(parameter, weights.get(parameter).values()));
        return parameter;
    }
}
