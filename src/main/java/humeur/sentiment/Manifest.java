package humeur.sentiment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a model before it is opened: the content of its {@code model.json}.
 *
 * @param name the name that requests use, and its folder's
 * @param version semantic version of the model
 * @param kind how it is run, for example {@code text-graph}
 * @param graph the graph's file
 * @param furtherFiles what the graph needs beside it, for example its weights or a vocabulary
 * @param threshold the least probability that counts as positive
 * @param maxTokens the most tokens that it reads of a text
 * @param document the whole manifest, as it is published
 */
public record Manifest(
        String name,
        String version,
        String kind,
        ModelFile graph,
        List<ModelFile> furtherFiles,
        float threshold,
        int maxTokens,
        JsonNode document) {
    public Manifest {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(graph, "graph is null");
        furtherFiles = List.copyOf(furtherFiles);
        requireNonNull(document, "document is null");
    }

    /**
     * Reads the manifest in a model's folder.
     *
     * @throws ModelException if it is missing or broken
     */
    public static Manifest read(Path folder) {
        return new ManifestReader().manifest(folder);
    }

    /** The graph's file name inside the folder. */
    public String file() {
        return graph.name();
    }

    /** Of the graph's file, in lower-case hexadecimal. */
    public String sha256() {
        return graph.sha256();
    }

    /** All files that the model is made of, the graph first. */
    public List<ModelFile> files() {
        return Stream.concat(Stream.of(graph), furtherFiles.stream()).toList();
    }

    /** The sentiment that a probability of being positive amounts to under this model's threshold. */
    public Sentiment sentiment(float probability) {
        return probability >= threshold ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    }
}
