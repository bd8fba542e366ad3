package humeur.azure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The paths that the OpenAPI document promises, with {@code x} for each parameter. */
final class OpenApiPaths {
    private static final Path DOCUMENT = Path.of("src", "main", "resources", "META-INF", "openapi.yaml");

    private OpenApiPaths() {}

    static List<String> all() {
        try {
            List<String> paths = new ArrayList<>();
            new ObjectMapper(new YAMLFactory())
                    .readTree(DOCUMENT.toFile())
                    .path("paths")
                    .fieldNames()
                    .forEachRemaining(path -> paths.add(path.replaceAll("\\{[^}]*}", "x")));
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
