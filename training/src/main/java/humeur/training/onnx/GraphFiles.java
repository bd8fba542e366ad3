package humeur.training.onnx;

import static java.util.Objects.requireNonNull;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A graph with its one large constant in a file beside it (ONNX's external data). ONNX Runtime maps such a file into memory,
 * while a constant inside the graph is copied three times before the session is open.
 *
 * @param graph refers to {@code constantFile} by its plain name
 * @param constantFile the name of the file beside the graph
 * @param constant its content
 */
public record GraphFiles(ModelProto graph, String constantFile, byte[] constant) {
    public GraphFiles {
        requireNonNull(graph, "graph is null");
        requireNonNull(constantFile, "constantFile is null");
        requireNonNull(constant, "constant is null");
    }

    /** Writes both files. Each takes the place of an older one in a single move, since a running service may have mapped that. */
    public void write(Path folder, String graphFile) throws IOException {
        replace(folder.resolve(constantFile), constant);
        replace(folder.resolve(graphFile), graph.toByteArray());
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path written = Files.write(file.resolveSibling(file.getFileName() + ".new"), content);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
