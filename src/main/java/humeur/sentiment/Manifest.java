package humeur.sentiment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is known of a model before it is opened: the content of its {@code model.json}.
 *
 * @param name the name that requests use, and its folder's
 * @param version semantic version of the model
 * @param kind how it is run, for example {@code text-graph}
 * @param file the graph's file name inside the folder
 * @param sha256 of that file, in lower-case hexadecimal
 * @param threshold the least probability that counts as positive
 * @param maxTokens the most tokens that it reads of a text
 * @param document the whole manifest, as it is published
 */
public record Manifest(
        String name,
        String version,
        String kind,
        String file,
        String sha256,
        float threshold,
        int maxTokens,
        JsonNode document) {
    public Manifest {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(file, "file is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(document, "document is null");
    }

    /** The sentiment that a probability of being positive amounts to under this model's threshold. */
    public Sentiment sentiment(float probability) {
        return probability >= threshold ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    }
}
