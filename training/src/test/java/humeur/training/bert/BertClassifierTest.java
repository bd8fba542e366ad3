package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import humeur.text.WordPiece;
import humeur.training.data.Example;
import humeur.training.data.LabelledText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BertClassifierTest {
    private static final List<String> TEXTS = List.of(
            "I love this, thank you so much!", "meh", "Off to work, and it rains. Why does all happen at once?");

    /** The pre-trained graph in ONNX Runtime, pooled and classified here, is what the trainer computes. */
    @Test
    void computesWhatThePretrainedGraphDoes() throws IOException, OrtException {
        Weights weights = PretrainedEncoder.read().withNewClassifier(1);
        TokenizedTexts texts = TokenizedTexts.of(
                TEXTS.stream()
                        .map(text -> Example.of(new LabelledText(text, true)))
                        .toList(),
                new WordPiece(PretrainedVocabulary.read()),
                64);
        try (BertClassifier classifier = new BertClassifier(weights, AdamW.USUAL);
                NDManager scope = classifier.manager().newSubManager()) {
            Batch batch = new Batch.Gatherer(texts, weights.shape().vocabulary()).gather(0, 1, 2);
            float[] logits =
                    classifier.logits(classifier.inputs(batch, scope), false).toFloatArray();

            float[] expected = reference(texts, weights);
            for (int i = 0; i < expected.length; i++) {
                assertThat(logits[i]).isCloseTo(expected[i], within(1e-5f));
            }
        }
    }

    private static float[] reference(TokenizedTexts texts, Weights weights) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        float[] classifier = weights.get("classifier.weight").values();
        float[] logits = new float[texts.size()];
        try (InputStream in = BertClassifierTest.class.getResourceAsStream("/all-minilm-l6-v2.onnx");
                OrtSession session = environment.createSession(in.readAllBytes())) {
            for (int text = 0; text < logits.length; text++) {
                float[][] hidden = hidden(environment, session, texts, text);
                for (float[] vector : hidden) {
                    for (int i = 0; i < vector.length; i++) {
                        logits[text] += vector[i] * classifier[i] / hidden.length;
                    }
                }
            }
        }
        return logits;
    }

    private static float[][] hidden(OrtEnvironment environment, OrtSession session, TokenizedTexts texts, int text)
            throws OrtException {
        long[][] ids = new long[1][texts.length(text)];
        long[][] ones = new long[1][texts.length(text)];
        for (int i = 0; i < ids[0].length; i++) {
            ids[0][i] = texts.id(text, i);
            ones[0][i] = 1;
        }
        try (OnnxTensor input = OnnxTensor.createTensor(environment, ids);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][ids[0].length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return ((float[][][]) result.get(0).getValue())[0];
        }
    }
}
