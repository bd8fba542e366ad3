package humeur.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Paths that an operator keeps from callers ({@code humeur.http.closed-paths}): each with all that lies under it is answered
 * as if there were nothing.
 */
@Singleton
class ClosedPaths {
    static final String PROPERTY = "humeur.http.closed-paths";

    private final List<String> prefixes;

    ClosedPaths(@ConfigProperty(name = PROPERTY) Optional<List<String>> prefixes) {
        this.prefixes = prefixes.orElse(List.of()).stream()
                .map(String::strip)
                .map(prefix -> prefix.replaceFirst("(?<=.)/+$", ""))
                .toList();
        this.prefixes.forEach(ClosedPaths::requirePath);
    }

    /**
     * Whether a path is closed.
     *
     * @param path absolute, without escapes that need not be, and without dot segments
     */
    boolean contains(String path) {
        for (String prefix : prefixes) {
            if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
                return true;
            }
        }
        return false;
    }

    private static void requirePath(String prefix) {
        if (!prefix.startsWith("/") || prefix.length() == 1) {
            throw new IllegalArgumentException(
                    "%s holds \"%s\"; a path begins with a slash and names something, such as /q/metrics"
                            .formatted(PROPERTY, prefix));
        }
    }
}
