package humeur.training.command;

import humeur.training.bert.CacheFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which run is meant, and where runs are kept. */
final class BertRunOptions {
    @Option(names = "--run", description = "Name of the run and of its folder in the cache (${DEFAULT-VALUE}).")
    private String run = "minilm";

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Where runs are kept ($XDG_CACHE_HOME/humeur/bert, or ~/.cache/humeur/bert).")
    private Path cache = CacheFolder.of(System.getenv());

    Path folder() {
        return cache.resolve(run);
    }
}
