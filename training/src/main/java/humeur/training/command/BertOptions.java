package humeur.training.command;

import humeur.text.WordPiece;
import humeur.training.bert.PretrainedEncoder;
import humeur.training.bert.PretrainedVocabulary;
import humeur.training.bert.Run;
import humeur.training.bert.Settings;
import humeur.training.bert.ShippedGraph;
import humeur.training.bert.TokenizedTexts;
import humeur.training.bert.Weights;
import humeur.training.data.Corpus;
import humeur.training.data.Example;
import humeur.training.data.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A run's choices; a run goes on only with those it was begun with. */
final class BertOptions {
    @Mixin
    private BertRunOptions run;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "An exported graph that a new run begins with; the pre-trained encoder if absent.")
    private Optional<Path> graph = Optional.empty();

    @Option(names = "--seed", description = "Seed of weights, order and dropout (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--batch", paramLabel = "TEXTS", description = "Texts in a step (${DEFAULT-VALUE}).")
    private int batchSize = 32;

    @Option(names = "--rate", description = "The stable learning rate (${DEFAULT-VALUE}).")
    private double rate = 1.5e-4;

    @Option(names = "--warm-up", paramLabel = "STEPS", description = "Steps in which it is reached (${DEFAULT-VALUE}).")
    private int warmUp = 500;

    @Option(
            names = "--length",
            paramLabel = "PIECES",
            description = "Pieces of a text that are read (${DEFAULT-VALUE}).")
    private int maxLength = 64;

    @Option(
            names = "--validation",
            paramLabel = "TEXTS",
            description = "Texts of the validation part that are evaluated on (${DEFAULT-VALUE}).")
    private int validation = 5_000;

    @Option(
            names = "--evaluate-every",
            paramLabel = "STEPS",
            description = "Steps between evaluations (${DEFAULT-VALUE}).")
    private long evaluateEvery = 2_000;

    @Option(
            names = "--save-every",
            paramLabel = "SECONDS",
            description = "Time between checkpoints (${DEFAULT-VALUE}).")
    private long saveEvery = 300;

    Run open(DataOptions data) throws IOException {
        Corpus corpus = data.corpus();
        WordPiece wordPiece = new WordPiece(PretrainedVocabulary.read());
        List<Example> validationPart = corpus.part(Part.VALIDATION);
        return new Run(
                run.folder(),
                new Settings(seed, batchSize, rate, warmUp, maxLength),
                initial(),
                TokenizedTexts.of(corpus.part(Part.TRAINING), wordPiece, maxLength),
                TokenizedTexts.of(
                        validationPart.subList(0, Math.min(validation, validationPart.size())), wordPiece, maxLength),
                new Run.Intervals(Duration.ofSeconds(saveEvery), evaluateEvery),
                data.out());
    }

    private Weights initial() throws IOException {
        return graph.isPresent()
                ? ShippedGraph.read(graph.get())
                : PretrainedEncoder.read().withNewClassifier(seed);
    }
}
