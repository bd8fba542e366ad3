package humeur.training.command;

import humeur.training.data.Example;
import humeur.training.data.Part;
import humeur.training.evaluation.OddTexts;
import humeur.training.evaluation.Parity;
import humeur.training.evaluation.ServedModel;
import humeur.training.logistic.LogisticTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "parity",
        description = "Checks that the served model answers as the trained one: no label differs, and no probability by"
                + " more than 1e-5, on texts of the test part and on odd ones.",
        sortOptions = false)
public final class ParityCommand implements Callable<Integer> {
    static final int DEFAULT_ROWS = 20_000;

    @Parameters(paramLabel = "MODEL", description = "The model's folder (${DEFAULT-VALUE}).", arity = "0..1")
    private Path model = Path.of("onnx-models", "logistic-regression");

    @Mixin
    private DataOptions data;

    @Option(names = "--rows", description = "How many texts of the test part (${DEFAULT-VALUE}).")
    private int rows = DEFAULT_ROWS;

    @Override
    public Integer call() throws IOException {
        try (ServedModel served = ServedModel.open(model)) {
            Parity parity = check(served, model, data.corpus().part(Part.TEST), rows);
            data.out().printf("%s%n%s%n", parity, parity.holds() ? "Parity holds" : "Parity does not hold");
            return parity.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    static Parity check(ServedModel served, Path folder, List<Example> test, int rows) throws IOException {
        ToDoubleFunction<String> reference = LogisticTraining.reference(folder.resolve("model.onnx"));
        List<String> texts = Stream.concat(test.stream().limit(rows).map(Example::text), OddTexts.ALL.stream())
                .toList();
        return Parity.of(texts, served::probability, text -> reference.applyAsDouble(Example.words(text)));
    }
}
