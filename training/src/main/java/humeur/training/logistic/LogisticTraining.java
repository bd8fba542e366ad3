package humeur.training.logistic;

import humeur.training.Progress;
import humeur.training.data.Corpus;
import humeur.training.data.Part;
import humeur.training.onnx.GraphFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;

/** From a corpus to the graph, and from a graph to its reference. */
public final class LogisticTraining {
    private LogisticTraining() {}

    /** Fits the training part and rounds the weights; the same arguments give the same graph, byte for byte. */
    public static GraphFiles train(Corpus corpus, Hyperparameters hyperparameters, Progress progress) {
        HashedTexts texts = HashedTexts.of(corpus.part(Part.TRAINING));
        BucketOwners owners = BucketOwners.of(texts, hyperparameters.nGrams());
        BucketStatistics statistics = BucketStatistics.of(texts, owners);
        LogisticModel model = AdaGrad.fit(texts, owners, statistics, hyperparameters, progress);
        int levels = new Packing(hyperparameters.fingerprintBits()).levels();
        Codebook codebook = Codebook.fit(model.weights(), statistics, levels);
        return LogisticGraph.of(model.withWeights(codebook.rounded(model.weights())), codebook);
    }

    /**
     * P(positive) of a text's words in plain Java, with the weights of a graph but none of its operators.
     *
     * @throws IOException if the file cannot be read or is another kind of graph
     */
    public static ToDoubleFunction<String> reference(Path graph) throws IOException {
        return LogisticGraphReader.read(graph)::probability;
    }
}
