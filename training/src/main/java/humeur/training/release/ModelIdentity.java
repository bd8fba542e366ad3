package humeur.training.release;

import static java.util.Objects.requireNonNull;

/**
 * What a model is called and how it is served.
 *
 * @param name also its folder's
 * @param version semantic version
 * @param kind as {@link humeur.onnx.OnnxModels} knows it
 * @param maxTokens the most tokens that it reads of a text
 */
public record ModelIdentity(String name, String version, String kind, int maxTokens) {
    public ModelIdentity {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
        requireNonNull(kind, "kind is null");
    }
}
