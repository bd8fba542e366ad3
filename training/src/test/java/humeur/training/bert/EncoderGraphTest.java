package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import humeur.training.evaluation.Predictions;
import org.junit.jupiter.api.Test;

class EncoderGraphTest {
    private static final TokenizedTexts TEXTS = TinyModel.texts(100, 4);
    private static final ExportedModel MODEL = ExportedModel.of(TinyModel.weights());

    private static float[] trained() {
        try (BertClassifier classifier = new BertClassifier(TinyModel.weights(), AdamW.USUAL)) {
            return new Scorer(classifier, TEXTS).predict().probabilities();
        }
    }

    private static double largestDifference(ModelProto graph) throws OrtException {
        try (GraphScorer scorer = new GraphScorer(graph.toByteArray())) {
            Predictions exported = scorer.predict(TEXTS);
            float[] expected = trained();
            double largest = 0;
            for (int i = 0; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs(expected[i] - exported.probabilities()[i]));
            }
            return largest;
        }
    }

    @Test
    void ofFloatsComputesWhatTheTrainerDoes() throws OrtException {
        assertThat(largestDifference(MODEL.floatGraph(TinyModel.SHAPE.positions())))
                .isLessThan(1e-5);
    }

    @Test
    void ofIntegersStaysClose() throws OrtException {
        assertThat(largestDifference(MODEL.int8Graph(TinyModel.SHAPE.positions())))
                .isBetween(1e-7, 0.03);
    }

    @Test
    void isSmallWithIntegers() {
        int floats = MODEL.floatGraph(16).getSerializedSize();
        int integers = MODEL.int8Graph(16).getSerializedSize();

        assertThat(integers).isLessThan(floats);
    }
}
