package humeur.sentiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a folder of models as a release holds it: {@code models.json}, and a manifest and a file for each model. */
public record ModelsFolder(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names the default model. */
    public ModelsFolder withDefault(String name) {
        write(
                path.resolve("models.json"),
                JSON.createObjectNode().put("default", name).toString().getBytes());
        return this;
    }

    /** Adds a model whose file holds {@code content}, with a manifest that is right. */
    public ModelsFolder withModel(String name, byte[] content) {
        write(file(name), content);
        withManifest(name, manifest(name));
        return this;
    }

    /** Adds a file to a model that is there already, and to its manifest. */
    public ModelsFolder withFurtherFile(String name, String file, byte[] content) {
        write(folder(name).resolve(file), content);
        ObjectNode manifest = manifest(name);
        manifest.putArray("further_files")
                .addObject()
                .put("file", file)
                .put("sha256", sha256(folder(name).resolve(file)));
        return withManifest(name, manifest);
    }

    /** Adds the CRC-32 of each file to a manifest that is there already. */
    public ModelsFolder withChecksums(String name) {
        try {
            ObjectNode manifest = (ObjectNode) JSON.readTree(manifestFile(name).toFile());
            putCrc32(name, manifest);
            for (JsonNode file : manifest.path("further_files")) {
                putCrc32(name, (ObjectNode) file);
            }
            return withManifest(name, manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putCrc32(String name, ObjectNode file) throws IOException {
        file.put(
                "crc32", Fingerprint.crc32(folder(name).resolve(file.get("file").asText())));
    }

    /** Puts another manifest in a model's folder. */
    public ModelsFolder withManifest(String name, ObjectNode manifest) {
        write(manifestFile(name), manifest.toPrettyString().getBytes());
        return this;
    }

    /** A right manifest of a model whose file is there already. */
    public ObjectNode manifest(String name) {
        ObjectNode manifest = JSON.createObjectNode()
                .put("name", name)
                .put("version", "1.0.0")
                .put("kind", "text-graph")
                .put("file", "model.onnx")
                .put("sha256", sha256(file(name)))
                .put("threshold", 0.5);
        manifest.putObject("limits").put("max_tokens", 10_000);
        return manifest;
    }

    public Path folder(String name) {
        return path.resolve(name);
    }

    public Path file(String name) {
        return folder(name).resolve("model.onnx");
    }

    public Path manifestFile(String name) {
        return folder(name).resolve("model.json");
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Fingerprint.sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
