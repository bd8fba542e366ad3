package humeur.training.command;

import humeur.training.data.DataFile;
import humeur.training.data.LabelledText;
import humeur.training.data.Part;
import humeur.training.evaluation.Metrics;
import humeur.training.evaluation.PairedComparison;
import humeur.training.evaluation.Predictions;
import humeur.training.evaluation.ServedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = "Measures a model as served: accuracy, AUC and log-loss with 95 %% intervals.",
        sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "The model's folder (${DEFAULT-VALUE}).", arity = "0..1")
    private Path model = Path.of("onnx-models", "logistic-regression");

    @Mixin
    private DataOptions data;

    @Option(
            names = "--part",
            description =
                    "Only this part of the cleaned file: ${COMPLETION-CANDIDATES}; without it every row as it is.")
    private Optional<Part> part = Optional.empty();

    @Option(names = "--against", paramLabel = "MODEL", description = "Another model's folder, to compare in pairs.")
    private Optional<Path> against = Optional.empty();

    @Override
    public Integer call() throws IOException {
        List<LabelledText> texts = texts();
        if (texts.isEmpty()) {
            throw new IOException(data.file() + " holds no labelled text to evaluate on");
        }
        Predictions predictions = predict(model, texts);
        data.out().printf("%s%n%s%n", model, Metrics.of(predictions));
        if (against.isPresent()) {
            Predictions others = predict(against.get(), texts);
            data.out().printf("%n%s%n%s%n", against.get(), Metrics.of(others));
            data.out().printf("%nThe first less the second%n%s%n", PairedComparison.of(predictions, others));
        }
        return ExitCode.OK;
    }

    private List<LabelledText> texts() throws IOException {
        if (part.isPresent()) {
            return DataOptions.labelled(data.corpus().part(part.get()));
        }
        return DataFile.all(data.file());
    }

    private Predictions predict(Path folder, List<LabelledText> texts) {
        try (ServedModel served = ServedModel.open(folder)) {
            return served.predict(texts, data.progress());
        }
    }
}
