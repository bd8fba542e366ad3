package humeur.training.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import humeur.training.onnx.GraphFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code models/name/}: first the graph with a manifest that lets the service open it, then, once it has been
 * measured as served, its figures.
 */
public final class ModelFolder {
    private static final String GRAPH = "model.onnx";
    private static final String CARD = "CARD.md";
    private static final String INDEX = "models.json";

    private final Path folder;
    private final ObjectNode identity;

    private ModelFolder(Path folder, ObjectNode identity) {
        this.folder = folder;
        this.identity = identity;
    }

    /** Writes the graph, and {@code models.json} where there is none yet: the first model becomes the default. */
    public static ModelFolder write(Path models, String name, String version, GraphFiles graph) throws IOException {
        Path folder = Files.createDirectories(models.resolve(name));
        graph.write(folder, GRAPH);
        ObjectNode identity =
                ManifestWriter.identity(folder.resolve(GRAPH), folder.resolve(graph.constantFile()), name, version);
        ManifestWriter.write(folder, identity);
        Path index = models.resolve(INDEX);
        if (Files.notExists(index)) {
            Files.write(index, "{\"default\": \"%s\"}%n".formatted(name).getBytes(UTF_8));
        }
        return new ModelFolder(folder, identity);
    }

    /** Writes the manifest and the card with their figures. */
    public void complete(ModelRelease release) throws IOException {
        ObjectNode manifest = ManifestWriter.complete(identity, release);
        ManifestWriter.write(folder, manifest);
        Files.write(
                folder.resolve(CARD), ModelCard.of(manifest, release.tuning()).getBytes(UTF_8));
    }

    public Path path() {
        return folder;
    }
}
