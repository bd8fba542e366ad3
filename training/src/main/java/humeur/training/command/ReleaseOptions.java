package humeur.training.command;

import humeur.training.data.DataFile;
import humeur.training.data.LabelledText;
import humeur.training.evaluation.Metrics;
import humeur.training.evaluation.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where a model is released to, and what it is measured on beside the data's own parts. */
final class ReleaseOptions {
    @Option(
            names = "--manual",
            paramLabel = "FILE",
            description = "A human-labelled file in either format; reported, never tuned on.")
    private Optional<Path> manual = Optional.empty();

    @Option(
            names = "--models",
            paramLabel = "FOLDER",
            description = "Where the model's folder is written (${DEFAULT-VALUE}).")
    private Path models = Path.of("onnx-models");

    @Option(names = "--model-version", description = "Semantic version of the model (${DEFAULT-VALUE}).")
    private String version = "1.0.0";

    Path models() {
        return models;
    }

    String version() {
        return version;
    }

    /** The figures on the human-labelled file, if one is given. */
    Optional<Metrics> manual(Function<List<LabelledText>, Predictions> model) throws IOException {
        return manual.isEmpty() ? Optional.empty() : Optional.of(Metrics.of(model.apply(DataFile.all(manual.get()))));
    }
}
