package humeur.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;

/**
 * Writes graphs of a few hundred bytes that read text: a word's share of the log-odds is its weight, and that of a word
 * without one is 0.
 */
public final class TinyGraph {
    /** The weights of the graphs that this class makes itself. */
    public static final Map<String, Float> WEIGHTS = Map.of("love", 2f, "great", 1.5f, "hate", -2.5f, "not", -1f);

    public static final float BIAS = 0.25f;

    private static final String MICROSOFT = "com.microsoft";
    private static final String ML = "ai.onnx.ml";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

    private TinyGraph() {}

    /** Input {@code text}; outputs {@code probability}, {@code contributions} and {@code bias}. */
    public static byte[] explained() {
        return new TinyGraph()
                .logisticRegression("text")
                .output("probability", DataType.FLOAT)
                .output("contributions", DataType.FLOAT)
                .output("bias", DataType.FLOAT)
                .bytes();
    }

    /** The same without the shares: only the output {@code probability}. */
    static byte[] plain() {
        return new TinyGraph()
                .logisticRegression("text")
                .output("probability", DataType.FLOAT)
                .bytes();
    }

    /** Another name for the input. */
    static byte[] withInput(String name) {
        return new TinyGraph()
                .logisticRegression(name)
                .output("probability", DataType.FLOAT)
                .bytes();
    }

    /** The shares are there, the probability is not. */
    static byte[] withoutProbability() {
        return new TinyGraph()
                .logisticRegression("text")
                .output("contributions", DataType.FLOAT)
                .output("logit", DataType.FLOAT)
                .bytes();
    }

    /** The output {@code probability} is the class: an integer. */
    static byte[] withIntegerProbability() {
        return new TinyGraph()
                .logisticRegression("text")
                .node("Cast", "", List.of("probability"), "class", integer("to", DataType.INT64_VALUE))
                .rename("class", "probability")
                .output("probability", DataType.INT64)
                .bytes();
    }

    /** Opens, but runs only for texts of three words. */
    static byte[] forThreeWordsOnly() {
        return new TinyGraph()
                .logisticRegression("text")
                .constant("three", 3L)
                .node("Reshape", "", List.of("contributions", "three"), "reshaped")
                .node("Add", "", List.of("reshaped", "logit"), "checked")
                .rename("checked", "probability")
                .output("probability", DataType.FLOAT)
                .bytes();
    }

    /** Gives a share only to every second word. */
    static byte[] withTooFewContributions() {
        return new TinyGraph()
                .logisticRegression("text")
                .constant("start", 0L)
                .constant("end", Long.MAX_VALUE)
                .constant("axis", 1L)
                .constant("step", 2L)
                .node("Slice", "", List.of("contributions", "start", "end", "axis", "step"), "half")
                .rename("half", "contributions")
                .output("probability", DataType.FLOAT)
                .output("contributions", DataType.FLOAT)
                .output("bias", DataType.FLOAT)
                .bytes();
    }

    /** Inputs {@code input_ids} and {@code attention_mask}; a piece's share of the log-odds is its weight. */
    static byte[] encoder(float... weights) {
        return new TinyGraph()
                .pieces(weights)
                .node("Add", "", List.of("deep", "bias"), "logit")
                .node("Sigmoid", "", List.of("logit"), "probability")
                .output("probability", DataType.FLOAT)
                .bytes();
    }

    /** The same with the words' shares beside those of the pieces. */
    static byte[] wideEncoder(float... weights) {
        return new TinyGraph()
                .logisticRegression("text")
                .pieces(weights)
                .node("Add", "", List.of("deep", "logit"), "both")
                .node("Sigmoid", "", List.of("both"), "sum_of_both")
                .rename("sum_of_both", "probability")
                .output("probability", DataType.FLOAT)
                .bytes();
    }

    private TinyGraph pieces(float... weights) {
        graph.addInput(value("input_ids", DataType.INT64)).addInput(value("attention_mask", DataType.INT32));
        TensorProto.Builder table = TensorProto.newBuilder()
                .setName("table")
                .setDataType(DataType.FLOAT_VALUE)
                .addDims(weights.length);
        for (float weight : weights) {
            table.addFloatData(weight);
        }
        graph.addInitializer(table);
        if (graph.getInitializerList().stream().noneMatch(it -> it.getName().equals("bias"))) {
            bias();
        }
        return node("Gather", "", List.of("table", "input_ids"), "weights")
                .node("Cast", "", List.of("attention_mask"), "mask", integer("to", DataType.FLOAT_VALUE))
                .node("Mul", "", List.of("weights", "mask"), "masked")
                .constant("pieces", 1L)
                .node("ReduceSum", "", List.of("masked", "pieces"), "deep", integer("keepdims", 0));
    }

    private void bias() {
        graph.addInitializer(TensorProto.newBuilder()
                .setName("bias")
                .setDataType(DataType.FLOAT_VALUE)
                .addDims(1)
                .addFloatData(BIAS));
    }

    private TinyGraph logisticRegression(String input) {
        graph.addInput(value(input, DataType.STRING));
        bias();
        AttributeProto.Builder words = attribute("keys_strings", AttributeType.STRINGS);
        AttributeProto.Builder weights = attribute("values_floats", AttributeType.FLOATS);
        WEIGHTS.forEach((word, weight) -> {
            words.addStrings(ByteString.copyFromUtf8(word));
            weights.addFloats(weight);
        });
        return node(
                        "Tokenizer",
                        MICROSOFT,
                        List.of(input),
                        "tokens",
                        integer("mark", 0),
                        integer("mincharnum", 1),
                        attribute("pad_value", AttributeType.STRING).setS(ByteString.EMPTY),
                        attribute("separators", AttributeType.STRINGS).addStrings(ByteString.copyFromUtf8(" ")))
                .node(
                        "LabelEncoder",
                        ML,
                        List.of("tokens"),
                        "contributions",
                        words,
                        weights,
                        attribute("default_float", AttributeType.FLOAT).setF(0))
                .constant("words", 1L)
                .node("ReduceSum", "", List.of("contributions", "words"), "sum", integer("keepdims", 0))
                .node("Add", "", List.of("sum", "bias"), "logit")
                .node("Sigmoid", "", List.of("logit"), "probability");
    }

    private TinyGraph node(
            String operator, String domain, List<String> inputs, String output, AttributeProto.Builder... attributes) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType(operator)
                .setDomain(domain)
                .addAllInput(inputs)
                .addOutput(output);
        for (AttributeProto.Builder attribute : attributes) {
            node.addAttribute(attribute);
        }
        graph.addNode(node);
        return this;
    }

    private TinyGraph constant(String name, long value) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64_VALUE)
                .addDims(1)
                .addInt64Data(value));
        return this;
    }

    /** Gives a value the name of another, which loses it. */
    private TinyGraph rename(String name, String taken) {
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            for (int i = 0; i < node.getInputCount(); i++) {
                node.setInput(i, renamed(node.getInput(i), name, taken));
            }
            node.setOutput(0, renamed(node.getOutput(0), name, taken));
        }
        return this;
    }

    private static String renamed(String current, String name, String taken) {
        return current.equals(taken) ? "raw_" + taken : current.equals(name) ? taken : current;
    }

    private TinyGraph output(String name, DataType type) {
        graph.addOutput(value(name, type));
        return this;
    }

    private byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(operators("", 17))
                .addOpsetImport(operators(ML, 3))
                .addOpsetImport(operators(MICROSOFT, 1))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static OperatorSetIdProto operators(String domain, long version) {
        return OperatorSetIdProto.newBuilder()
                .setDomain(domain)
                .setVersion(version)
                .build();
    }

    private static ValueInfoProto value(String name, DataType type) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber())))
                .build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    private static AttributeProto.Builder integer(String name, long value) {
        return attribute(name, AttributeType.INT).setI(value);
    }
}
