package humeur.training.bert;

import static humeur.training.bert.ParameterNames.bias;
import static humeur.training.bert.ParameterNames.weight;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A BERT encoder (Devlin et al. 2019), the mean of its last layer over a text's pieces, and one logit: the log-odds of a
 * positive text.
 */
final class BertClassifier implements AutoCloseable {
    private static final float EPSILON = 1e-12f;
    private static final float DROPOUT = 0.1f;

    /** Added to an attention score to exclude it; its exponential is 0. */
    private static final float EXCLUDED = 1e9f;

    private final EncoderShape shape;
    private final NDManager manager;
    private final EmbeddingTable words;
    private final EmbeddingTable positions;
    private final Map<String, DenseParameter> dense = new LinkedHashMap<>();

    BertClassifier(Weights weights, AdamW optimizer) {
        shape = weights.shape();
        manager = NDManager.newBaseManager("PyTorch");
        words = new EmbeddingTable(ParameterNames.WORDS, weights.get(ParameterNames.WORDS), optimizer);
        positions = new EmbeddingTable(ParameterNames.POSITIONS, weights.get(ParameterNames.POSITIONS), optimizer);
        weights.tensors().forEach((name, tensor) -> {
            if (!name.equals(ParameterNames.WORDS) && !name.equals(ParameterNames.POSITIONS)) {
                dense.put(name, new DenseParameter(name, tensor, manager, optimizer));
            }
        });
    }

    /** The vectors that a batch reads, as tensors of their own, so that a gradient is as small as they are. */
    record Inputs(Batch batch, NDArray words, NDArray positions) {}

    Inputs inputs(Batch batch, NDManager scope) {
        int[] places = IntStream.range(0, batch.length()).toArray();
        return new Inputs(
                batch,
                scope.create(words.gather(batch.words()), new Shape(batch.words().length, shape.hidden())),
                scope.create(positions.gather(places), new Shape(batch.length(), shape.hidden())));
    }

    /** The logit of each text. */
    NDArray logits(Inputs inputs, boolean training) {
        Batch batch = inputs.batch();
        NDManager scope = inputs.words().getManager();
        NDArray mask = scope.create(batch.mask(), new Shape(batch.size(), batch.length(), 1));
        NDArray pooled =
                encode(inputs, mask, training).mul(mask).sum(new int[] {1}).div(mask.sum(new int[] {1}));
        return linear(dropout(pooled, training), ParameterNames.CLASSIFIER).reshape(batch.size());
    }

    private NDArray encode(Inputs inputs, NDArray mask, boolean training) {
        Batch batch = inputs.batch();
        NDManager scope = mask.getManager();
        NDArray pieces = scope.create(batch.pieces(), new Shape(batch.size(), batch.length()));
        NDArray vectors = inputs.words()
                .getNDArrayInternal()
                .embedding(pieces, inputs.words(), SparseFormat.DENSE)
                .singletonOrThrow();
        NDArray x = dropout(norm(vectors.add(inputs.positions()), ParameterNames.EMBEDDINGS_NORM), training);
        NDArray excluded =
                mask.reshape(batch.size(), 1, 1, batch.length()).sub(1f).mul(EXCLUDED);
        for (int layer = 0; layer < shape.layers(); layer++) {
            x = layer(layer, x, excluded, training);
        }
        return x;
    }

    private NDArray layer(int layer, NDArray x, NDArray excluded, boolean training) {
        NDArray attention = linear(attention(layer, x, excluded, training), ParameterNames.attentionOutput(layer));
        NDArray attended = norm(dropout(attention, training).add(x), ParameterNames.attentionNorm(layer));
        NDArray inner = Activation.gelu(linear(attended, ParameterNames.intermediate(layer)));
        NDArray output = linear(inner, ParameterNames.output(layer));
        return norm(dropout(output, training).add(attended), ParameterNames.outputNorm(layer));
    }

    private NDArray attention(int layer, NDArray x, NDArray excluded, boolean training) {
        long texts = x.getShape().get(0);
        long length = x.getShape().get(1);
        List<NDArray> parts = linear(x, ParameterNames.attention(layer))
                .reshape(texts, length, 3, shape.heads(), shape.headWidth())
                .transpose(2, 0, 3, 1, 4)
                .split(3);
        NDArray queries = head(parts.get(0)).mul(1 / Math.sqrt(shape.headWidth()));
        NDArray scores =
                queries.matMul(head(parts.get(1)).transpose(0, 1, 3, 2)).add(excluded);
        NDArray mixed = dropout(scores.softmax(3), training).matMul(head(parts.get(2)));
        return mixed.transpose(0, 2, 1, 3).reshape(texts, length, shape.hidden());
    }

    private static NDArray head(NDArray part) {
        return part.squeeze(0);
    }

    private NDArray linear(NDArray x, String name) {
        return Linear.linear(x, array(weight(name)), array(bias(name))).singletonOrThrow();
    }

    private NDArray norm(NDArray x, String name) {
        return LayerNorm.layerNorm(x, new Shape(shape.hidden()), array(weight(name)), array(bias(name)), EPSILON)
                .singletonOrThrow();
    }

    private static NDArray dropout(NDArray x, boolean training) {
        return training ? Dropout.dropout(x, DROPOUT, true).singletonOrThrow() : x;
    }

    private NDArray array(String name) {
        return dense.get(name).array();
    }

    EncoderShape shape() {
        return shape;
    }

    NDManager manager() {
        return manager;
    }

    EmbeddingTable words() {
        return words;
    }

    EmbeddingTable positions() {
        return positions;
    }

    Iterable<DenseParameter> dense() {
        return dense.values();
    }

    /** All that training goes on from, by name; writing into the buffers restores it. */
    Map<String, FloatBuffer> state() {
        Map<String, FloatBuffer> state = new LinkedHashMap<>();
        parameters().forEach(parameter -> state.putAll(parameter.state()));
        return state;
    }

    /** The trained values alone, by name. */
    Map<String, FloatBuffer> values() {
        Map<String, FloatBuffer> values = new LinkedHashMap<>();
        parameters().forEach(parameter -> values.put(parameter.name(), parameter.values()));
        return values;
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(words, positions));
        parameters.addAll(dense.values());
        return parameters;
    }

    @Override
    public void close() {
        manager.close();
    }
}
