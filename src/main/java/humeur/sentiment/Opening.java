package humeur.sentiment;

import java.time.Duration;

/**
 * How long a model took to open.
 *
 * @param graph until the runtime had loaded itself and the graph
 * @param verification how much longer until the files' checksums, computed meanwhile, were known
 */
public record Opening(Duration graph, Duration verification) {
    @Override
    public String toString() {
        return "graph in %.1f ms, checksums %.1f ms after that"
                .formatted(graph.toNanos() / 1e6, verification.toNanos() / 1e6);
    }
}
