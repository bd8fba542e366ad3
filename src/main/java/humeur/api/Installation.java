package humeur.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this copy of Humeur keeps its files. Read before Quarkus starts, and therefore without its configuration: a system
 * property, or the environment variable of the same name in capitals.
 *
 * @param libraries the folder that holds ONNX Runtime's native libraries, if they lie beside the executable
 * @param models the folder of the models
 * @param defaultModel overrides the default model of that folder
 */
record Installation(Optional<Path> libraries, Path models, Optional<String> defaultModel) {
    static final String MODELS_DIRECTORY = "humeur.models.directory";
    static final String MODELS_DEFAULT = "humeur.models.default";

    private static final String FOLDER = "onnx-models";
    private static final String FUNCTION_APP_ROOT = "AzureWebJobsScriptRoot";
    private static final String LIBRARY = System.mapLibraryName("onnxruntime");

    /** Finds the files of the running process. */
    static Installation find() {
        Optional<Path> beside = executableFolder();
        return new Installation(
                beside.filter(folder -> Files.exists(folder.resolve(LIBRARY))),
                setting(MODELS_DIRECTORY).map(Path::of).orElseGet(() -> models(beside)),
                setting(MODELS_DEFAULT));
    }

    /** Beside the executable, in the function app's root, or in the working directory, whichever exists first. */
    private static Path models(Optional<Path> executableFolder) {
        Optional<Path> functionApp =
                Optional.ofNullable(System.getenv(FUNCTION_APP_ROOT)).map(Path::of);
        return Stream.of(executableFolder, functionApp)
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(FOLDER))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() -> Path.of(FOLDER).toAbsolutePath());
    }

    private static Optional<String> setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    private static Optional<Path> executableFolder() {
        return ProcessHandle.current().info().command().map(command -> Path.of(command)
                .toAbsolutePath()
                .getParent());
    }
}
