package humeur.training.command;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import humeur.text.WordPiece;
import humeur.training.bert.ExportedModel;
import humeur.training.bert.GraphScorer;
import humeur.training.bert.PretrainedEncoder;
import humeur.training.bert.PretrainedVocabulary;
import humeur.training.bert.TokenizedTexts;
import humeur.training.data.Corpus;
import humeur.training.data.Example;
import humeur.training.data.Part;
import humeur.training.evaluation.Metrics;
import humeur.training.evaluation.PairedComparison;
import humeur.training.evaluation.Parity;
import humeur.training.evaluation.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Writes the model that `decay` ended with as ONNX graphs, of floats and of 8-bit integers,",
            "and compares the two on the validation part."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BertExportCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Mixin
    private BertRunOptions run;

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Where the graphs are written.")
    private Path folder;

    @Option(names = "--length", paramLabel = "PIECES", description = "The most pieces of a text (${DEFAULT-VALUE}).")
    private int length = 128;

    @Option(
            names = "--validation",
            paramLabel = "TEXTS",
            description = "Texts of the validation part to compare on (${DEFAULT-VALUE}).")
    private int validation = 20_000;

    @Override
    public Integer call() throws IOException, OrtException {
        ExportedModel model = ExportedModel.read(run.folder(), PretrainedEncoder.read());
        Corpus corpus = data.corpus();
        List<Example> part = corpus.part(Part.VALIDATION);
        TokenizedTexts texts = TokenizedTexts.of(
                part.subList(0, Math.min(validation, part.size())), new WordPiece(PretrainedVocabulary.read()), length);
        Files.createDirectories(folder);
        Files.write(folder.resolve("vocab.txt"), PretrainedVocabulary.pieces());
        Predictions trained = model.predict(texts);
        Predictions floats = written("model-float.onnx", model.floatGraph(length), texts);
        Predictions integers = written("model.onnx", model.int8Graph(length), texts);
        Parity parity = Parity.of(floats, trained);
        data.out()
                .printf(
                        "%nFloats against the trainer%n%s%n%nIntegers against floats%n%s%n",
                        parity, PairedComparison.of(integers, floats));
        return parity.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Predictions written(String name, ModelProto graph, TokenizedTexts texts) throws IOException, OrtException {
        byte[] bytes = graph.toByteArray();
        Files.write(folder.resolve(name), bytes);
        try (GraphScorer scorer = new GraphScorer(bytes)) {
            Predictions predictions = scorer.predict(texts);
            data.out().printf("%n%s, %d bytes%n%s%n", name, bytes.length, Metrics.of(predictions));
            data.out().flush();
            return predictions;
        }
    }
}
