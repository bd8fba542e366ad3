package humeur.training.command;

import humeur.onnx.OnnxModels;
import humeur.sentiment.Manifest;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.SentimentModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "latency",
        description =
                "Measures how long the model takes to open and to answer, by the code that serves it: the first"
                        + " opening loads ONNX Runtime as well, the later ones only the graph, into memory that is already had.",
        sortOptions = false)
public final class LatencyCommand implements Callable<Integer> {
    private static final List<Integer> WORDS = List.of(1, 16, 100, 1_000, 10_000);

    @Parameters(paramLabel = "MODEL", description = "The model's folder (${DEFAULT-VALUE}).", arity = "0..1")
    private Path model = Path.of("onnx-models", "logistic-regression");

    @Option(names = "--runs", description = "How often each is measured (${DEFAULT-VALUE}).")
    private int runs = 200;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = model.toAbsolutePath().normalize();
        OnnxModels factory = new OnnxModels(Optional.empty());
        long begin = System.nanoTime();
        Manifest manifest = ModelCatalog.open(
                        folder.getParent(), Optional.of(folder.getFileName().toString()), factory)
                .defaultSlot()
                .manifest();
        try (SentimentModel opened = factory.open(folder, manifest)) {
            out.printf("first opening %.1f ms%n", (System.nanoTime() - begin) / 1e6);
            out.printf(
                    "later opening %s%n",
                    time(1e6, "ms", () -> factory.open(folder, manifest).close()));
            for (int words : WORDS) {
                String text = "good day ".repeat(words / 2) + "bad ".repeat(words % 2);
                out.printf("%,6d words %s%n", words, time(1e3, "µs", () -> opened.predict(text, false)));
            }
        }
        return 0;
    }

    /** Median, least and most of the second half of the runs; the first half warms up. */
    private String time(double unit, String name, Runnable work) {
        long[] nanos = new long[Math.max(2, runs)];
        for (int run = 0; run < nanos.length; run++) {
            long begin = System.nanoTime();
            work.run();
            nanos[run] = System.nanoTime() - begin;
        }
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        return "%.1f %s (%.1f–%.1f)"
                .formatted(warm[warm.length / 2] / unit, name, warm[0] / unit, warm[warm.length - 1] / unit);
    }
}
