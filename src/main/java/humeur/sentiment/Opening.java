package humeur.sentiment;

import java.time.Duration;

/**
 * How long a model took to open.
 *
 * @param graph until the runtime had loaded itself and the graph
 * @param verification how much longer until the files' SHA-256, computed meanwhile, was known
 */
public record Opening(Duration graph, Duration verification) {
    @Override
    public String toString() {
        return "graph in %.1f ms, SHA-256 %.1f ms after that"
                .formatted(graph.toNanos() / 1e6, verification.toNanos() / 1e6);
    }
}
