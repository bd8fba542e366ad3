package humeur.training.bert;

import ai.onnx.proto.OnnxMl.ModelProto;
import humeur.training.evaluation.Predictions;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The graphs of the model that a run's decaying branch ended with. */
public final class ExportedModel {
    private final Weights weights;
    private final Map<String, Object> history;

    private ExportedModel(Weights weights, Map<String, Object> history) {
        this.weights = weights;
        this.history = history;
    }

    /**
     * Reads the run's model.
     *
     * @param like weights of the same shape
     * @throws MissingCheckpointException if no branch has ended yet
     * @throws CheckpointException if the file holds another model
     */
    public static ExportedModel read(Path run, Weights like) throws IOException {
        return readFile(run.resolve(Run.MODEL), like);
    }

    /**
     * Reads what a branch ended with from wherever it was kept.
     *
     * @throws MissingCheckpointException if the file is not there
     * @throws CheckpointException if it holds another model
     */
    public static ExportedModel readFile(Path file, Weights like) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, FloatBuffer> buffers = new LinkedHashMap<>();
        like.withNewClassifier(0).tensors().forEach((name, tensor) -> {
            Tensor copy = Tensor.zeros(tensor.shape());
            tensors.put(name, copy);
            buffers.put(name, FloatBuffer.wrap(copy.values()));
        });
        Position position =
                Position.parse(new CheckpointFile(file).writtenBy("decay").read(buffers));
        return new ExportedModel(new Weights(like.shape(), tensors), position.history());
    }

    /**
     * The mean of this model's weights and those of other branches of the same run, which lie in the same basin and each err a
     * little differently ("model soup", Wortsman et al. 2022). Its history is this one's.
     */
    public ExportedModel averagedWith(List<ExportedModel> others) {
        Map<String, Tensor> means = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> {
            List<Tensor> all = Stream.concat(Stream.of(tensor), others.stream().map(other -> other.weights.get(name)))
                    .toList();
            means.put(name, Tensor.mean(all));
        });
        Map<String, Object> told = new LinkedHashMap<>(history);
        told.put("branches_averaged", others.size() + 1);
        return new ExportedModel(new Weights(weights.shape(), means), told);
    }

    static ExportedModel of(Weights weights) {
        return new ExportedModel(weights, Map.of());
    }

    /** Texts that training read, repetitions counted. */
    public long textsRead() {
        return (long) history.get("texts_read");
    }

    /** How it was trained, by name, for a manifest. */
    public Map<String, Object> history() {
        return history;
    }

    /**
     * As it was trained.
     *
     * @param length the most pieces of a text
     */
    public ModelProto floatGraph(int length) {
        return EncoderGraph.of(weights, length, new FloatArithmetic());
    }

    /** What the trainer itself says of texts: the reference for both graphs. */
    public Predictions predict(TokenizedTexts texts) {
        try (BertClassifier classifier = new BertClassifier(weights, AdamW.USUAL)) {
            return new Scorer(classifier, texts).predict();
        }
    }

    /** With 8-bit weights: a quarter of the size. */
    ModelProto int8Graph(int length) {
        return EncoderGraph.of(weights, length, new Int8Arithmetic());
    }

    /**
     * What is served: 8-bit weights, vectors only of those pieces that the training texts hold, and the words' log-odds beside
     * the encoder's.
     *
     * @param training the texts that the model was trained on
     * @param unknown the piece that stands for those without a vector
     * @param wide a text graph without external data
     */
    public ModelProto servedGraph(int length, TokenizedTexts training, int unknown, ModelProto wide, Stack stack) {
        PieceRows rows = PieceRows.of(training, weights.shape().vocabulary(), unknown);
        return WideAndDeepGraph.of(EncoderGraph.of(weights, length, new Int8Arithmetic(), rows), wide, stack);
    }
}
