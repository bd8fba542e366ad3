package humeur.training.command;

import humeur.onnx.OnnxModels;
import humeur.training.data.Corpus;
import humeur.training.data.LabelledText;
import humeur.training.data.Part;
import humeur.training.evaluation.Metrics;
import humeur.training.evaluation.Parity;
import humeur.training.evaluation.ServedModel;
import humeur.training.logistic.Hyperparameters;
import humeur.training.logistic.LogisticTraining;
import humeur.training.release.ModelFolder;
import humeur.training.release.ModelIdentity;
import humeur.training.release.ModelRelease;
import humeur.training.release.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        description = "Fits the model, writes its folder, and measures it as served.",
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
    private static final int MAX_TOKENS = 10_000;

    @Mixin
    private DataOptions data;

    @Mixin
    private ReleaseOptions options;

    @Option(names = "--name", description = "Name of the model and of its folder (${DEFAULT-VALUE}).")
    private String name = "logistic-regression";

    @Option(
            names = "--tuning",
            paramLabel = "FILE",
            description = "Table that `tune` wrote; goes into the card if it exists (${DEFAULT-VALUE}).")
    private Path tuning = Path.of("training", "tuning", "logistic-regression.md");

    @Mixin
    private HyperparameterOptions hyperparameters;

    @Override
    public Integer call() throws IOException {
        Corpus corpus = data.corpus();
        Hyperparameters chosen = hyperparameters.value();
        ModelFolder folder = ModelFolder.write(
                options.models(),
                new ModelIdentity(name, options.version(), OnnxModels.TEXT_GRAPH, MAX_TOKENS),
                LogisticTraining.train(corpus, chosen, data.progress()),
                Map.of());
        ModelRelease release = measured(folder.path(), corpus, Provenance.of(data.file(), corpus, chosen.asMap()));
        folder.complete(release);
        print(folder.path(), release);
        return release.parity().holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ModelRelease measured(Path folder, Corpus corpus, Provenance provenance) throws IOException {
        try (ServedModel served = ServedModel.open(folder)) {
            List<LabelledText> test = DataOptions.labelled(corpus.part(Part.TEST));
            return new ModelRelease(
                    provenance,
                    Metrics.of(served.predict(test, data.progress())),
                    options.manual(texts -> served.predict(texts, data.progress())),
                    parity(served, folder, corpus),
                    Optional.empty(),
                    Files.exists(tuning) ? Files.readString(tuning) : "");
        }
    }

    private static Parity parity(ServedModel served, Path folder, Corpus corpus) throws IOException {
        return ParityCommand.check(served, folder, corpus.part(Part.TEST), ParityCommand.DEFAULT_ROWS);
    }

    private void print(Path folder, ModelRelease release) {
        data.out().printf("%nTest part%n%s%n", release.test());
        release.manual().ifPresent(metrics -> data.out().printf("%nLabelled by hand%n%s%n", metrics));
        data.out().printf("%nParity%n%s%n%nWrote %s%n", release.parity(), folder);
    }
}
