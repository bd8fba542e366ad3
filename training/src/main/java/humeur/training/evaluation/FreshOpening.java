package humeur.training.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.fasterxml.jackson.databind.node.NullNode;
import humeur.onnx.OnnxModels;
import humeur.sentiment.Manifest;
import humeur.sentiment.ModelFile;
import humeur.training.onnx.Attributes;
import humeur.training.onnx.GraphBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a model takes to open in a process that has loaded ONNX Runtime, by opening a graph of two nodes, but has not
 * opened that model before: its memory is not had yet, nor its operators' code. Opening it again would be faster.
 */
public final class FreshOpening {
    private static final String GRAPH = "model.onnx";

    private FreshOpening() {}

    /**
     * Opens a model's folder in a JVM of its own.
     *
     * @throws IOException if that process fails; it says why on the standard error
     */
    public static Duration measure(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshOpening.class.getName(),
                        folder.toAbsolutePath().normalize().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String nanos = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("The process that was to open %s failed".formatted(folder));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a process opened " + folder, e);
        }
        return Duration.ofNanos(Long.parseLong(nanos));
    }

    /** What the process of {@link #measure} runs: prints nanoseconds. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Manifest manifest = Manifest.read(folder);
        OnnxModels models = new OnnxModels(Optional.empty());
        loadRuntime(models);
        long begin = System.nanoTime();
        models.open(folder, manifest);
        System.out.println(System.nanoTime() - begin);
    }

    private static void loadRuntime(OnnxModels models) throws IOException {
        Path folder = Files.createTempDirectory("humeur-");
        Path file = folder.resolve(GRAPH);
        Files.write(
                file,
                new GraphBuilder("tiny")
                        .input("text", DataType.STRING, "N")
                        .node("shape", "Shape", List.of("text"))
                        .node(
                                "probability",
                                "Cast",
                                List.of("shape"),
                                Attributes.integer("to", DataType.FLOAT.getNumber()))
                        .output("probability", DataType.FLOAT, 1)
                        .build()
                        .toByteArray());
        Manifest manifest = new Manifest(
                "tiny",
                "1.0.0",
                OnnxModels.TEXT_GRAPH,
                new ModelFile(GRAPH, "", Optional.empty()),
                List.of(),
                0.5f,
                1,
                NullNode.getInstance());
        models.open(folder, manifest).close();
        Files.delete(file);
        Files.delete(folder);
    }
}
