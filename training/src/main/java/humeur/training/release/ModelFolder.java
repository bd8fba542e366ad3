package humeur.training.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import humeur.onnx.OnnxModels;
import humeur.training.onnx.GraphFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /**
     * Writes the files, and {@code models.json} where there is none yet: the first model becomes the default.
     *
     * @param furtherFiles by name, beside those of the graph
     */
    public static ModelFolder write(
            Path models, ModelIdentity identity, GraphFiles graph, Map<String, byte[]> furtherFiles)
            throws IOException {
        Path folder = Files.createDirectories(models.resolve(identity.name()));
        graph.write(folder, GRAPH);
        List<Path> further = new ArrayList<>(List.of(folder.resolve(graph.constantFile())));
        for (Map.Entry<String, byte[]> file : furtherFiles.entrySet()) {
            further.add(Files.write(folder.resolve(file.getKey()), file.getValue()));
        }
        ObjectNode manifest = ManifestWriter.identity(identity, folder.resolve(GRAPH), further);
        ManifestWriter.write(folder, manifest);
        Path index = models.resolve(INDEX);
        if (Files.notExists(index)) {
            Files.write(
                    index, "{\"default\": \"%s\"}%n".formatted(identity.name()).getBytes(UTF_8));
        }
        return new ModelFolder(folder, manifest);
    }

    /** Writes the manifest and the card with their figures. */
    public void complete(ModelRelease release) throws IOException {
        ObjectNode manifest = ManifestWriter.complete(identity, release);
        ManifestWriter.write(folder, manifest);
        boolean encoder = manifest.path("kind").asText().equals(OnnxModels.WORDPIECE_ENCODER);
        String card = encoder ? EncoderCard.of(manifest) : ModelCard.of(manifest, release.tuning());
        Files.write(folder.resolve(CARD), card.getBytes(UTF_8));
    }

    public Path path() {
        return folder;
    }
}
