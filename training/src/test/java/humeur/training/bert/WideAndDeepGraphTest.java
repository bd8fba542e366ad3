package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import humeur.training.onnx.Attributes;
import humeur.training.onnx.GraphBuilder;
import humeur.training.onnx.Tensors;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WideAndDeepGraphTest {
    private static final Weights WEIGHTS = TinyModel.weights();
    private static final int LENGTH = TinyModel.SHAPE.positions();
    private static final Stack STACK = new Stack(0.75, 0.5, -0.125);
    private static final String TEXT = "so good";

    private static final long[] IDS = {2, 11, 5, 3};
    private static final long UNSEEN = 8;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

    @Test
    void addsTheLogOddsOfBoth() throws OrtException {
        ModelProto deep = ExportedModel.of(WEIGHTS).int8Graph(LENGTH);
        ModelProto both = WideAndDeepGraph.of(deep, wide(), STACK);

        double expected = STACK.deep() * logit(deep, IDS, false) + STACK.wide() * wideLogit() + STACK.bias();
        assertThat(logit(both, IDS, true)).isCloseTo((float) expected, within(1e-5f));
    }

    @Test
    void servesPiecesThatTheTrainingTextsHoldAsTheWholeTableDoes() throws OrtException {
        TokenizedTexts texts = TinyModel.texts(50, 8);
        ExportedModel model = ExportedModel.of(WEIGHTS);
        ModelProto served = model.servedGraph(LENGTH, texts, 1, wide(), new Stack(1, 0, 0));

        assertThat(logit(served, IDS, true)).isCloseTo(logit(model.int8Graph(LENGTH), IDS, false), within(1e-5f));
    }

    @Test
    void readsAPieceThatNoTrainingTextHoldsAsUnknown() throws OrtException {
        TokenizedTexts without = TinyModel.texts(1, 8);
        ModelProto served = ExportedModel.of(WEIGHTS).servedGraph(LENGTH, without, 1, wide(), STACK);

        assertThat(holds(without, UNSEEN)).isFalse();
        assertThat(logit(served, new long[] {2, UNSEEN, 3}, true)).isEqualTo(logit(served, new long[] {2, 1, 3}, true));
    }

    @Test
    void givesItsEncoderBackToATraining() {
        TokenizedTexts texts = TinyModel.texts(200, 8);
        ExportedModel model = ExportedModel.of(WEIGHTS);
        Weights alone = ShippedGraph.read(model.int8Graph(LENGTH));
        Weights read = ShippedGraph.read(model.servedGraph(LENGTH, texts, 1, wide(), STACK));

        assertThat(read.shape()).isEqualTo(alone.shape());
        alone.tensors().forEach((name, tensor) -> {
            if (!name.equals(ParameterNames.WORDS)) {
                assertThat(read.get(name).values()).as(name).isEqualTo(tensor.values());
            }
        });
        int hidden = TinyModel.SHAPE.hidden();
        for (int piece : new int[] {2, 3, 5, 11}) {
            assertThat(row(read, piece, hidden)).as("piece %d", piece).isEqualTo(row(alone, piece, hidden));
        }
    }

    private static float[] row(Weights weights, int piece, int hidden) {
        return java.util.Arrays.copyOfRange(
                weights.get(ParameterNames.WORDS).values(), piece * hidden, (piece + 1) * hidden);
    }

    private static boolean holds(TokenizedTexts texts, long piece) {
        for (int i = 0; i < texts.length(0); i++) {
            if (texts.id(0, i) == piece) {
                return true;
            }
        }
        return false;
    }

    /** A text's log-odds are its hash, which tells any two texts apart. */
    private static ModelProto wide() {
        return new GraphBuilder("wide")
                .input("text", DataType.STRING, "N")
                .constant(Tensors.floats("scale", 1e-9f))
                .node("hash", GraphBuilder.MICROSOFT, "MurmurHash3", List.of("text"), Attributes.integer("positive", 0))
                .node("number", "Cast", List.of("hash"), Attributes.integer("to", DataType.FLOAT.getNumber()))
                .node("logit", "Mul", List.of("number", "scale"))
                .node("probability", "Sigmoid", List.of("logit"))
                .output("logit", DataType.FLOAT, "N")
                .output("probability", DataType.FLOAT, "N")
                .build();
    }

    private float wideLogit() throws OrtException {
        try (OrtSession session = environment.createSession(wide().toByteArray());
                OnnxTensor text = OnnxTensor.createTensor(environment, new String[] {TEXT});
                OrtSession.Result result = session.run(Map.of("text", text))) {
            return ((float[]) result.get("logit").orElseThrow().getValue())[0];
        }
    }

    private float logit(ModelProto graph, long[] ids, boolean withText) throws OrtException {
        long[] shape = {1, ids.length};
        int[] mask = new int[ids.length];
        java.util.Arrays.fill(mask, 1);
        try (OrtSession session = environment.createSession(graph.toByteArray());
                OnnxTensor pieces = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor masks = OnnxTensor.createTensor(environment, IntBuffer.wrap(mask), shape);
                OnnxTensor text = OnnxTensor.createTensor(environment, new String[] {TEXT});
                OrtSession.Result result = session.run(
                        withText
                                ? Map.of("input_ids", pieces, "attention_mask", masks, "text", text)
                                : Map.of("input_ids", pieces, "attention_mask", masks))) {
            return ((float[]) result.get("logit").orElseThrow().getValue())[0];
        }
    }
}
