package humeur.training.bert;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import humeur.training.onnx.GraphBuilder;
import humeur.training.onnx.Tensors;
import java.util.List;
import java.util.Set;

/**
 * One graph of an encoder's and of a text graph, with their log-odds put together by a {@link Stack}.
 *
 * <p>Inputs: those of {@link EncoderGraph}, and {@code text}, string [texts], the text's words joined by one space. Outputs: {@code
 * logit} and {@code probability}, float [texts].
 */
final class WideAndDeepGraph {
    private static final String LOGIT = "logit";
    private static final String PROBABILITY = "probability";
    private static final String WIDE = "wide.";
    private static final String DEEP = "deep.";

    /** What a text graph computes for explanations alone. */
    private static final Set<String> LEFT_OUT = Set.of(PROBABILITY, "contributions", "bias");

    private WideAndDeepGraph() {}

    /**
     * Puts two graphs into one; the result has the metadata of neither.
     *
     * @param deep of an encoder, without external data
     * @param wide of words, without external data
     */
    static ModelProto of(ModelProto deep, ModelProto wide, Stack stack) {
        GraphBuilder graph = new GraphBuilder("wide_and_deep");
        deep.getGraph().getInputList().forEach(graph::input);
        wide.getGraph().getInputList().forEach(graph::input);
        part(graph, deep.getGraph(), DEEP);
        part(graph, wide.getGraph(), WIDE);
        graph.constant(Tensors.floats("stack.deep", (float) stack.deep()))
                .constant(Tensors.floats("stack.wide", (float) stack.wide()))
                .constant(Tensors.floats("stack.bias", (float) stack.bias()))
                .node("stack.deep.logit", "Mul", List.of(DEEP + LOGIT, "stack.deep"))
                .node("stack.wide.logit", "Mul", List.of(WIDE + LOGIT, "stack.wide"))
                .node("stack.sum", "Add", List.of("stack.deep.logit", "stack.wide.logit"))
                .node(LOGIT, "Add", List.of("stack.sum", "stack.bias"))
                .node(PROBABILITY, "Sigmoid", List.of(LOGIT))
                .output(LOGIT, DataType.FLOAT, "texts")
                .output(PROBABILITY, DataType.FLOAT, "texts");
        return graph.build();
    }

    /** The encoder's half alone, as it was before, so that a training can begin with it; any other graph as it is. */
    static GraphProto encoder(GraphProto graph) {
        if (graph.getNodeList().stream().noneMatch(node -> node.getName().startsWith(DEEP))) {
            return graph;
        }
        GraphProto.Builder deep = graph.toBuilder().clearInitializer().clearNode();
        graph.getInitializerList().stream()
                .filter(constant -> constant.getName().startsWith(DEEP))
                .forEach(constant -> deep.addInitializer(
                        constant.toBuilder().setName(constant.getName().substring(DEEP.length()))));
        graph.getNodeList().stream()
                .filter(node -> node.getName().startsWith(DEEP))
                .forEach(deep::addNode);
        return deep.build();
    }

    private static void part(GraphBuilder graph, GraphProto part, String prefix) {
        Set<String> inputs = Set.copyOf(
                part.getInputList().stream().map(input -> input.getName()).toList());
        for (TensorProto constant : part.getInitializerList()) {
            graph.constant(
                    constant.toBuilder().setName(prefix + constant.getName()).build());
        }
        for (NodeProto node : part.getNodeList()) {
            if (!LEFT_OUT.contains(node.getName())) {
                graph.node(renamed(node, inputs, prefix));
            }
        }
    }

    private static NodeProto renamed(NodeProto node, Set<String> inputs, String prefix) {
        NodeProto.Builder renamed =
                node.toBuilder().setName(prefix + node.getName()).clearInput().clearOutput();
        // An empty name stands for an optional input that is left out.
        node.getInputList()
                .forEach(name -> renamed.addInput(name.isEmpty() || inputs.contains(name) ? name : prefix + name));
        node.getOutputList().forEach(name -> renamed.addOutput(prefix + name));
        return renamed.build();
    }
}
