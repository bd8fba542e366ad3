package humeur.sentiment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A file in a model's folder, as its manifest has it.
 *
 * @param name plain file name
 * @param sha256 in lower-case hexadecimal
 * @param crc32 its CRC-32 in eight lower-case hexadecimal digits; older manifests lack it
 */
public record ModelFile(String name, String sha256, Optional<String> crc32) {
    public ModelFile {
        requireNonNull(name, "name is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(crc32, "crc32 is null");
    }
}
