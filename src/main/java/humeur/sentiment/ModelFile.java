package humeur.sentiment;

import static java.util.Objects.requireNonNull;

/**
 * A file in a model's folder, as its manifest has it.
 *
 * @param name plain file name
 * @param sha256 in lower-case hexadecimal
 */
public record ModelFile(String name, String sha256) {
    public ModelFile {
        requireNonNull(name, "name is null");
        requireNonNull(sha256, "sha256 is null");
    }
}
