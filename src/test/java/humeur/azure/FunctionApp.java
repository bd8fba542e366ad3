package humeur.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A function app's folder, as it is deployed.
 *
 * @param folder holds {@code host.json} and a folder for each function
 * @param command starts the custom handler
 */
record FunctionApp(Path folder, List<String> command) {
    /** All that Humeur answers; the host itself would refuse any other method with a body of its own. */
    static final List<String> METHODS = List.of("get", "head", "post", "put", "patch", "delete", "options");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An app whose {@code host.json} names the custom handler's executable. */
    static FunctionApp customHandler(Path folder) {
        Path executable = folder.resolve(hostJson(folder)
                .at("/customHandler/description/defaultExecutablePath")
                .asText());
        return new FunctionApp(folder, List.of(executable.toString()));
    }

    /** The folder that a build has assembled; a build that has not fails the test. */
    static Path assembled(String folder) {
        Path path = Path.of("target", folder).toAbsolutePath();
        if (!Files.isRegularFile(path.resolve("host.json"))) {
            throw new AssertionError(path + " is no function app; build the package first");
        }
        return path;
    }

    JsonNode hostJson() {
        return hostJson(folder);
    }

    /** The functions, by what the host reads of them. */
    List<Function> functions() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("function.json")))
                    .sorted()
                    .map(entry -> new Function(entry.getFileName().toString(), read(entry.resolve("function.json"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode hostJson(Path folder) {
        return read(folder.resolve("host.json"));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }

    /** Copies a folder with its files' permissions. */
    static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (!Files.isDirectory(target)) {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A function as its {@code function.json} describes it.
     *
     * @param name its folder's
     */
    record Function(String name, JsonNode json) {
        List<JsonNode> bindings() {
            return StreamSupport.stream(json.path("bindings").spliterator(), false)
                    .toList();
        }

        /** What an HTTP request comes in by. */
        JsonNode trigger() {
            return binding("httpTrigger");
        }

        /** What the answer goes out by. */
        JsonNode answer() {
            return binding("http");
        }

        /** The methods that the trigger takes, in lower case. */
        List<String> methods() {
            return StreamSupport.stream(trigger().path("methods").spliterator(), false)
                    .map(method -> method.asText().toLowerCase(Locale.ROOT))
                    .toList();
        }

        RouteTemplate route() {
            return new RouteTemplate(trigger().path("route").asText());
        }

        private JsonNode binding(String type) {
            return bindings().stream()
                    .filter(binding -> binding.path("type").asText().equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("%s has no binding of type %s".formatted(name, type)));
        }
    }
}
