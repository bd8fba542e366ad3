package humeur.onnx;

import humeur.sentiment.Manifest;
import humeur.sentiment.ModelException;
import humeur.sentiment.ModelFactory;
import humeur.sentiment.ModelFile;
import humeur.sentiment.SentimentModel;
import humeur.text.Vocabulary;
import humeur.text.WordPiece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Opens the kinds of models that ONNX Runtime runs here. */
public final class OnnxModels implements ModelFactory {
    /** A graph from normalised words, joined by spaces, to the probability: {@link TextGraphModel}. */
    public static final String TEXT_GRAPH = "text-graph";

    /** A graph from word pieces to the probability, with its vocabulary beside it: {@link EncoderModel}. */
    public static final String WORDPIECE_ENCODER = "wordpiece-encoder";

    /** An encoder's vocabulary, a piece a line. */
    public static final String VOCABULARY = "vocab.txt";

    private final OnnxLibraries libraries;

    /** @param libraries the folder of ONNX Runtime's native libraries; those in its jar are used when absent */
    public OnnxModels(Optional<Path> libraries) {
        this.libraries = new OnnxLibraries(libraries);
    }

    @Override
    public SentimentModel open(Path folder, Manifest manifest) {
        libraries.locate();
        return switch (manifest.kind()) {
            case TEXT_GRAPH -> new TextGraphModel(session(folder, manifest), manifest.maxTokens());
            case WORDPIECE_ENCODER -> encoder(folder, manifest);
            default ->
                throw new ModelException("%s: unknown kind \"%s\"; known: %s, %s. A newer Humeur may know it"
                        .formatted(folder.resolve("model.json"), manifest.kind(), TEXT_GRAPH, WORDPIECE_ENCODER));
        };
    }

    /** The vocabulary is read while ONNX Runtime opens the graph. */
    private static SentimentModel encoder(Path folder, Manifest manifest) {
        if (manifest.furtherFiles().stream().map(ModelFile::name).noneMatch(VOCABULARY::equals)) {
            throw new ModelException("%s: \"further_files\" lacks \"%s\", which an encoder needs"
                    .formatted(folder.resolve("model.json"), VOCABULARY));
        }
        CompletableFuture<WordPiece> wordPiece = CompletableFuture.supplyAsync(() -> wordPiece(folder));
        OnnxSession session = session(folder, manifest);
        try {
            return new EncoderModel(session, wordPiece.join(), manifest.maxTokens());
        } catch (CompletionException e) {
            session.close();
            throw e.getCause() instanceof ModelException known ? known : e;
        }
    }

    private static OnnxSession session(Path folder, Manifest manifest) {
        return OnnxSession.open(folder.resolve(manifest.file()));
    }

    private static WordPiece wordPiece(Path folder) {
        Path file = folder.resolve(VOCABULARY);
        try {
            return new WordPiece(Vocabulary.read(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(
                    "%s is no BERT vocabulary (%s); restore it from the release".formatted(file, e), e);
        }
    }
}
