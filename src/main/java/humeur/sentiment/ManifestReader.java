package humeur.sentiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads {@code models.json} and the manifests beside it. Every fault is a {@link ModelException} that names the file. */
final class ManifestReader {
    static final String INDEX = "models.json";
    static final String MANIFEST = "model.json";

    private static final String REMEDY = "; restore the folder from the release, or write it anew with the training";

    private static final Pattern FILE_NAME = Pattern.compile("\\w[\\w.-]*");

    private final ObjectMapper json = new ObjectMapper();

    /** The name of the default model. */
    String defaultModel(Path directory) {
        Path file = directory.resolve(INDEX);
        return text(file, read(file), "default");
    }

    Manifest manifest(Path folder) {
        Path file = folder.resolve(MANIFEST);
        JsonNode root = read(file);
        Manifest manifest = new Manifest(
                text(file, root, "name"),
                text(file, root, "version"),
                text(file, root, "kind"),
                modelFile(file, root),
                furtherFiles(file, root),
                field(file, root, "threshold", JsonNode::isNumber).floatValue(),
                field(file, root.path("limits"), "max_tokens", JsonNode::canConvertToInt)
                        .intValue(),
                root);
        if (!manifest.name().equals(folder.getFileName().toString())) {
            throw new ModelException("%s: \"name\" is \"%s\", but its folder is \"%s\"; they have to agree"
                    .formatted(file, manifest.name(), folder.getFileName()));
        }
        if (manifest.maxTokens() < 1) {
            throw new ModelException(
                    "%s: \"max_tokens\" is %d; it has to be at least 1".formatted(file, manifest.maxTokens()));
        }
        return manifest;
    }

    /** {@code further_files}, which a model of one file lacks. */
    private static List<ModelFile> furtherFiles(Path file, JsonNode root) {
        List<ModelFile> files = new ArrayList<>();
        if (root.has("further_files")) {
            field(file, root, "further_files", JsonNode::isArray).forEach(entry -> files.add(modelFile(file, entry)));
        }
        return files;
    }

    private static ModelFile modelFile(Path file, JsonNode parent) {
        ModelFile named = new ModelFile(
                text(file, parent, "file"),
                text(file, parent, "sha256"),
                parent.has("crc32") ? Optional.of(text(file, parent, "crc32")) : Optional.empty());
        if (!FILE_NAME.matcher(named.name()).matches()) {
            throw new ModelException(
                    "%s: \"file\" has to be the plain name of a file in the same folder".formatted(file));
        }
        return named;
    }

    private JsonNode read(Path file) {
        try {
            return json.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ModelException(file + " is missing" + REMEDY, e);
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    "%s is not JSON (line %d)%s".formatted(file, e.getLocation().getLineNr(), REMEDY), e);
        } catch (IOException e) {
            throw new ModelException("%s cannot be read (%s)%s".formatted(file, e, REMEDY), e);
        }
    }

    private static String text(Path file, JsonNode parent, String name) {
        return field(file, parent, name, JsonNode::isTextual).textValue();
    }

    private static JsonNode field(Path file, JsonNode parent, String name, Predicate<JsonNode> type) {
        JsonNode value = parent.path(name);
        if (!type.test(value)) {
            throw new ModelException("%s: \"%s\" is missing or of the wrong type%s".formatted(file, name, REMEDY));
        }
        return value;
    }
}
