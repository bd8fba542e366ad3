package humeur.onnx;

import humeur.sentiment.Manifest;
import humeur.sentiment.ModelException;
import humeur.sentiment.ModelFactory;
import humeur.sentiment.SentimentModel;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the kinds of models that ONNX Runtime runs here. */
public final class OnnxModels implements ModelFactory {
    /** A graph from normalised words, joined by spaces, to the probability: {@link TextGraphModel}. */
    public static final String TEXT_GRAPH = "text-graph";

    private final OnnxLibraries libraries;

    /** @param libraries the folder of ONNX Runtime's native libraries; those in its jar are used when absent */
    public OnnxModels(Optional<Path> libraries) {
        this.libraries = new OnnxLibraries(libraries);
    }

    @Override
    public SentimentModel open(Path folder, Manifest manifest) {
        libraries.locate();
        Path file = folder.resolve(manifest.file());
        return switch (manifest.kind()) {
            case TEXT_GRAPH -> new TextGraphModel(OnnxSession.open(file), manifest.maxTokens());
            default ->
                throw new ModelException("%s: unknown kind \"%s\"; known: %s. A newer Humeur may know it"
                        .formatted(folder.resolve("model.json"), manifest.kind(), TEXT_GRAPH));
        };
    }
}
