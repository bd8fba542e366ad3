package humeur.training.command;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import humeur.onnx.OnnxModels;
import humeur.text.Pieces;
import humeur.text.Vocabulary;
import humeur.text.WordPiece;
import humeur.training.bert.ExportedModel;
import humeur.training.bert.GraphScorer;
import humeur.training.bert.PretrainedEncoder;
import humeur.training.bert.PretrainedVocabulary;
import humeur.training.bert.Stack;
import humeur.training.bert.TokenizedTexts;
import humeur.training.bert.Weights;
import humeur.training.data.Corpus;
import humeur.training.data.Example;
import humeur.training.data.LabelledText;
import humeur.training.data.Part;
import humeur.training.evaluation.Metrics;
import humeur.training.evaluation.PairedComparison;
import humeur.training.evaluation.Parity;
import humeur.training.evaluation.Predictions;
import humeur.training.evaluation.ServedModel;
import humeur.training.logistic.Hyperparameters;
import humeur.training.logistic.LogisticTraining;
import humeur.training.onnx.GraphFiles;
import humeur.training.release.ModelFolder;
import humeur.training.release.ModelIdentity;
import humeur.training.release.ModelRelease;
import humeur.training.release.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Writes the model that `decay` ended with as it is served: 8-bit integers, with the log-odds of a logistic regression,",
            "which is fitted here, beside the encoder's. Compares it with what was trained, and measures it as served."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BertExportCommand implements Callable<Integer> {
    private static final double FLOAT_TOLERANCE = 1e-4;
    private static final String UNKNOWN = "[UNK]";
    private static final String WEIGHTS = "weights.bin";

    @Mixin
    private DataOptions data;

    @Mixin
    private BertRunOptions run;

    @Mixin
    private ReleaseOptions options;

    @Option(names = "--name", description = "Name of the model and of its folder (${DEFAULT-VALUE}).")
    private String name = "bert";

    @Option(names = "--length", paramLabel = "PIECES", description = "The most pieces of a text (${DEFAULT-VALUE}).")
    private int length = 128;

    @Option(
            names = "--validation",
            paramLabel = "TEXTS",
            description = "Texts of the validation part that the two log-odds are weighed on, and graphs compared on"
                    + " (${DEFAULT-VALUE}).")
    private int validation = 20_000;

    @Option(
            names = "--wide-bits",
            paramLabel = "BITS",
            description = "Base-2 logarithm of the number of buckets of the logistic regression (${DEFAULT-VALUE}).")
    private int wideBits = 21;

    @Option(
            names = "--average",
            paramLabel = "FILE",
            description =
                    "What an earlier branch of the same run ended with, a copy of its model.weights; the mean of all"
                            + " weights is exported. May be repeated.")
    private List<Path> average = List.of();

    @Option(names = "--without-test", description = "Do not look at the test part; the manifest then has no figures.")
    private boolean withoutTest;

    @Override
    public Integer call() throws IOException, OrtException {
        ExportedModel model = model(PretrainedEncoder.read());
        Corpus corpus = data.corpus();
        Vocabulary vocabulary = PretrainedVocabulary.read();
        List<Example> part = corpus.part(Part.VALIDATION);
        List<Example> chosen = part.subList(0, Math.min(validation, part.size()));
        TokenizedTexts texts = tokenized(chosen, vocabulary);

        Predictions floats = floats(model, texts);
        Parity parity = Parity.of(floats, model.predict(texts));
        data.out().printf("%nFloats against the trainer%n%s%n", parity);
        if (!parity.holds(FLOAT_TOLERANCE)) {
            data.out().println("The graph of floats is not what was trained; nothing is written.");
            return ExitCode.SOFTWARE;
        }
        Hyperparameters wideChoices = Hyperparameters.DEFAULT.withBits(wideBits);
        GraphFiles wideFiles = LogisticTraining.train(corpus, wideChoices, data.progress());
        Path scratch = Files.createTempDirectory("wide");
        ModelFolder wideFolder = ModelFolder.write(
                scratch,
                new ModelIdentity("wide", options.version(), OnnxModels.TEXT_GRAPH, 10_000),
                wideFiles,
                Map.of());
        Predictions words = served(wideFolder.path(), DataOptions.labelled(chosen));
        Stack stack = Stack.fit(floats, words);
        Predictions stacked = stack.apply(floats, words);
        data.out()
                .printf(
                        "%nEncoder alone%n%s%n%nWords alone%n%s%n%nBoth: %s%n%s%n",
                        Metrics.of(floats), Metrics.of(words), stack, Metrics.of(stacked));

        ModelProto graph = model.servedGraph(
                length + Pieces.MARKERS,
                tokenized(corpus.part(Part.TRAINING), vocabulary),
                vocabulary.id(UNKNOWN),
                GraphFiles.join(wideFolder.path().resolve("model.onnx")),
                stack);
        ModelFolder folder = ModelFolder.write(
                options.models(),
                new ModelIdentity(name, options.version(), OnnxModels.WORDPIECE_ENCODER, length),
                GraphFiles.split(graph, WEIGHTS),
                Map.of(OnnxModels.VOCABULARY, PretrainedVocabulary.file()));
        PairedComparison quantization =
                PairedComparison.of(served(folder.path(), DataOptions.labelled(chosen)), stacked);
        data.out().printf("%nAs served against floats%n%s%n", quantization);
        if (!withoutTest) {
            Provenance provenance = Provenance.of(data.file(), corpus, choices(model, wideChoices, stack))
                    .havingRead(model.textsRead());
            release(folder, corpus, parity, quantization, provenance);
        }
        data.out().printf("%nWrote %s%n", folder.path());
        return ExitCode.OK;
    }

    private ExportedModel model(Weights like) throws IOException {
        List<ExportedModel> others = new ArrayList<>();
        for (Path file : average) {
            others.add(ExportedModel.readFile(file, like));
        }
        ExportedModel ended = ExportedModel.read(run.folder(), like);
        return others.isEmpty() ? ended : ended.averagedWith(others);
    }

    private void release(
            ModelFolder folder, Corpus corpus, Parity parity, PairedComparison quantization, Provenance provenance)
            throws IOException {
        Metrics test = Metrics.of(served(folder.path(), DataOptions.labelled(corpus.part(Part.TEST))));
        Optional<Metrics> byHand = options.manual(texts -> served(folder.path(), texts));
        folder.complete(new ModelRelease(provenance, test, byHand, parity, Optional.of(quantization), ""));
        data.out().printf("%nTest part%n%s%n", test);
        byHand.ifPresent(metrics -> data.out().printf("%nLabelled by hand%n%s%n", metrics));
    }

    private TokenizedTexts tokenized(List<Example> examples, Vocabulary vocabulary) {
        return TokenizedTexts.of(examples, new WordPiece(vocabulary), length + Pieces.MARKERS);
    }

    private Predictions floats(ExportedModel model, TokenizedTexts texts) throws OrtException {
        try (GraphScorer scorer =
                new GraphScorer(model.floatGraph(length + Pieces.MARKERS).toByteArray())) {
            return scorer.predict(texts);
        }
    }

    private Predictions served(Path folder, List<LabelledText> texts) {
        try (ServedModel served = ServedModel.open(folder)) {
            return served.predict(texts, data.progress());
        }
    }

    private static Map<String, Object> choices(ExportedModel model, Hyperparameters wide, Stack stack) {
        Map<String, Object> choices = new LinkedHashMap<>(model.history());
        choices.put("words_buckets", wide.asMap().get("buckets"));
        choices.put("weight_of_encoder", stack.deep());
        choices.put("weight_of_words", stack.wide());
        choices.put("weight_of_bias", stack.bias());
        return choices;
    }
}
