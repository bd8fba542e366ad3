package humeur.azure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Starts what the build has packaged, as the Functions host would, once for all integration tests, and tells Quarkus where it
 * listens. Quarkus would start it itself, but for the Azure extension, whose own way needs the Functions Core Tools.
 *
 * <p>Has to stand before {@code @QuarkusIntegrationTest}.
 */
public final class PackagedService implements BeforeAllCallback {
    /** The contract's cases are with feedback on. */
    private static final Map<String, String> SETTINGS = Map.of(
            "HUMEUR_FEEDBACK_DIRECTORY",
            Path.of("target", "feedback").toAbsolutePath().toString(),
            "HUMEUR_INFERENCE_DEADLINE",
            "2m",
            "HUMEUR_FEEDBACK_KEY",
            "a key for tests only");

    private static final Namespace NAMESPACE = Namespace.create(PackagedService.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Running.class, key -> new Running(FunctionsHost.start(app(), SETTINGS)), Running.class);
        System.setProperty("quarkus.http.test-host", "localhost");
        System.setProperty(
                "quarkus.http.test-port", Integer.toString(running.host().port()));
    }

    /** The native package's folder, or a jar beside the models. */
    private static FunctionApp app() {
        Path packaged = Path.of(System.getProperty("humeur.packaged")).toAbsolutePath();
        if (Files.isDirectory(packaged)) {
            return FunctionApp.customHandler(packaged);
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new FunctionApp(Path.of("").toAbsolutePath(), List.of(java.toString(), "-jar", packaged.toString()));
    }

    private record Running(FunctionsHost host) implements CloseableResource {
        @Override
        public void close() {
            host.terminate();
            host.close();
        }
    }
}
