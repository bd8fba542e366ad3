package humeur.onnx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells ONNX Runtime's Java binding where its two native libraries lie.
 *
 * <p>Left alone, the binding copies them from its jar to a temporary folder at every start.
 */
record OnnxLibraries(Optional<Path> folder) {
    private static final String PATH_PROPERTY = "onnxruntime.native.path";

    /** Has to run before the first class of the binding is initialised. */
    void locate() {
        if (System.getProperty(PATH_PROPERTY) == null) {
            folder.ifPresent(path -> System.setProperty(PATH_PROPERTY, path.toString()));
        }
    }
}
