package humeur.training.bert;

import java.nio.file.Path;
import java.util.Map;

/** Where checkpoints live: outside the work tree, in the user's cache as the XDG base directory specification has it. */
public final class CacheFolder {
    private CacheFolder() {}

    /** @param environment the process's environment variables */
    public static Path of(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path home = Path.of(System.getProperty("user.home"), ".cache");
        // The specification has a relative path ignored.
        Path base = cache.startsWith("/") ? Path.of(cache) : home;
        return base.resolve("humeur").resolve("bert");
    }
}
