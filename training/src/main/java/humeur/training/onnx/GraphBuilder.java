package humeur.training.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** Writes a graph node by node. A node with one output gives it its own name. */
public final class GraphBuilder {
    /** The operators of ONNX itself. */
    public static final String ONNX = "";

    /** The operators that ONNX Runtime adds. */
    public static final String MICROSOFT = "com.microsoft";

    private static final long IR_VERSION = 9;
    private static final long ONNX_OPSET = 20;
    private static final long MICROSOFT_OPSET = 1;
    private static final String PRODUCER = "humeur-training";

    private final GraphProto.Builder graph;
    private final ModelProto.Builder model;

    public GraphBuilder(String name) {
        graph = GraphProto.newBuilder().setName(name);
        model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName(PRODUCER)
                .addOpsetImport(opset(ONNX, ONNX_OPSET))
                .addOpsetImport(opset(MICROSOFT, MICROSOFT_OPSET));
    }

    /** Declares an input. A dimension is a number, or a name where it is free. */
    public GraphBuilder input(String name, DataType type, Object... dimensions) {
        graph.addInput(value(name, type, dimensions));
        return this;
    }

    /** Takes over another graph's input. */
    public GraphBuilder input(ValueInfoProto input) {
        graph.addInput(input);
        return this;
    }

    /** Takes over a node as it is. */
    public GraphBuilder node(NodeProto node) {
        graph.addNode(node);
        return this;
    }

    public GraphBuilder output(String name, DataType type, Object... dimensions) {
        graph.addOutput(value(name, type, dimensions));
        return this;
    }

    public GraphBuilder constant(TensorProto tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    /** Adds an operator of ONNX itself. */
    public GraphBuilder node(String name, String operator, List<String> inputs, AttributeProto... attributes) {
        return node(name, ONNX, operator, inputs, attributes);
    }

    public GraphBuilder node(
            String name, String domain, String operator, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setDomain(domain)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    /** Adds an operator of ONNX itself that has several outputs. */
    public GraphBuilder nodes(
            String name, String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    /** Adds a fact about the model that is not part of its computation. */
    public GraphBuilder metadata(String key, String value) {
        model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
        return this;
    }

    public ModelProto build() {
        return model.setGraph(graph).build();
    }

    private static OperatorSetIdProto opset(String domain, long version) {
        return OperatorSetIdProto.newBuilder()
                .setDomain(domain)
                .setVersion(version)
                .build();
    }

    private static ValueInfoProto value(String name, DataType type, Object... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object dimension : dimensions) {
            TensorShapeProto.Dimension.Builder entry = shape.addDimBuilder();
            if (dimension instanceof Number length) {
                entry.setDimValue(length.longValue());
            } else {
                entry.setDimParam(dimension.toString());
            }
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
