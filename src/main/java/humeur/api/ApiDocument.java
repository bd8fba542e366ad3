package humeur.api;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The OpenAPI document at the path where FastAPI's users expect it, as JSON; the build has made it from
 * {@code META-INF/openapi.yaml}.
 */
@Singleton
class ApiDocument {
    private static final String RESOURCE = "META-INF/quarkus-generated-openapi-doc.JSON";

    /** Empty in a build without OpenAPI. */
    Optional<Answer> answer() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(Answer.json(200, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
