package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

class ShippedGraphTest {
    private static final Weights TRAINED = TinyModel.weights();
    private static final ExportedModel MODEL = ExportedModel.of(TRAINED);
    private static final int LENGTH = TinyModel.SHAPE.positions();

    @Test
    void ofFloatsHoldsTheTrainedWeights() {
        Weights read = ShippedGraph.read(MODEL.floatGraph(LENGTH));

        assertThat(read.shape()).isEqualTo(TRAINED.shape());
        assertThat(read.tensors().keySet()).isEqualTo(TRAINED.tensors().keySet());
        read.tensors().forEach((name, tensor) -> {
            assertThat(tensor.shape()).as(name).isEqualTo(TRAINED.get(name).shape());
            assertThat(tensor.values()).as(name).isEqualTo(TRAINED.get(name).values());
        });
    }

    @Test
    void ofIntegersHoldsThemWithinHalfAnInteger() {
        Weights read = ShippedGraph.read(MODEL.int8Graph(LENGTH));

        read.tensors().forEach((name, tensor) -> {
            float[] expected = TRAINED.get(name).values();
            float largest = 0;
            for (float value : expected) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int i = 0; i < expected.length; i++) {
                assertThat(tensor.values()[i]).as(name).isEqualTo(expected[i], within(largest / 126 + 1e-7f));
            }
        });
    }

    @Test
    void ofIntegersIsEvaluatedAsTheGraphIs() throws OrtException {
        TokenizedTexts texts = TinyModel.texts(50, 8);
        ModelProto graph = MODEL.int8Graph(LENGTH);
        try (BertClassifier classifier = new BertClassifier(ShippedGraph.read(graph), AdamW.USUAL);
                GraphScorer scorer = new GraphScorer(graph.toByteArray())) {
            float[] warm = new Scorer(classifier, texts).predict().probabilities();
            float[] served = scorer.predict(texts).probabilities();

            for (int i = 0; i < warm.length; i++) {
                assertThat(warm[i]).isEqualTo(served[i], within(0.01f));
            }
        }
    }

    @Test
    void refusesAGraphOfAnotherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShippedGraph.read(ModelProto.getDefaultInstance()))
                .withMessageContaining("no attention");
    }
}
