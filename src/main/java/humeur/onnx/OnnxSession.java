package humeur.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;
import humeur.sentiment.InferenceException;
import humeur.sentiment.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** An open graph, run on the caller's thread. Safe for use by many threads at once. */
final class OnnxSession implements AutoCloseable {
    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxSession(Path file, OrtEnvironment environment, OrtSession session) {
        this.file = file;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Opens a graph.
     *
     * @throws ModelException if the file is missing or is not a graph that this ONNX Runtime runs
     */
    static OnnxSession open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ModelException(file + " is missing; restore it from the release");
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "humeur");
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setCPUArenaAllocator(false);
            // Graphs are written as they are to be run; to look for something better takes longer than most answers.
            options.setOptimizationLevel(OptLevel.NO_OPT);
            return new OnnxSession(file, environment, environment.createSession(file.toString(), options));
        } catch (OrtException e) {
            throw new ModelException(
                    "%s is not a graph that ONNX Runtime %s runs (%s); restore it from the release"
                            .formatted(file, environment.getVersion(), e.getMessage()),
                    e);
        }
    }

    OrtEnvironment environment() {
        return environment;
    }

    Path file() {
        return file;
    }

    Set<String> inputs() {
        return session.getInputNames();
    }

    Set<String> outputs() {
        return session.getOutputNames();
    }

    /** Whether the graph has an output of this name that is a tensor of floats. */
    boolean hasFloatOutput(String name) {
        try {
            NodeInfo output = session.getOutputInfo().get(name);
            return output != null && output.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
        } catch (OrtException e) {
            throw new ModelException("%s does not tell its outputs".formatted(file), e);
        }
    }

    /** Runs the graph; the caller closes the result. */
    OrtSession.Result run(Map<String, OnnxTensor> inputs, Set<String> outputs) throws OrtException {
        return session.run(inputs, outputs);
    }

    InferenceException failed(Exception cause) {
        return new InferenceException("%s failed on a text: %s".formatted(file, cause.getMessage()), cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("Could not close " + file, e);
        }
    }
}
