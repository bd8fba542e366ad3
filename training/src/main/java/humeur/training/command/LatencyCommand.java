package humeur.training.command;

import humeur.onnx.OnnxModels;
import humeur.sentiment.Manifest;
import humeur.sentiment.SentimentModel;
import humeur.training.evaluation.FreshOpening;
import java.io.IOException;
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
                "Measures how long the model takes to open and to answer, by the code that serves it: in fresh processes that"
                        + " have loaded ONNX Runtime with another graph, in this one, which loads ONNX Runtime as well, and again in"
                        + " this one, whose memory is already had. The files are in the page cache. Median, least and most.",
        sortOptions = false)
public final class LatencyCommand implements Callable<Integer> {
    private static final List<Integer> WORDS = List.of(1, 16, 100, 1_000, 10_000);

    @Parameters(paramLabel = "MODEL", description = "The model's folder (${DEFAULT-VALUE}).", arity = "0..1")
    private Path model = Path.of("onnx-models", "logistic-regression");

    @Option(names = "--runs", description = "How often each is measured (${DEFAULT-VALUE}).")
    private int runs = 200;

    @Option(names = "--processes", description = "How many fresh processes open it (${DEFAULT-VALUE}).")
    private int processes = 15;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = model.toAbsolutePath().normalize();
        OnnxModels factory = new OnnxModels(Optional.empty());
        Manifest manifest = Manifest.read(folder);
        out.printf("opening in a fresh process %s%n", fresh(folder));
        out.flush();
        long begin = System.nanoTime();
        try (SentimentModel opened = factory.open(folder, manifest)) {
            out.printf("opening with ONNX Runtime %.1f ms%n", (System.nanoTime() - begin) / 1e6);
            out.printf(
                    "opening again %s%n",
                    time(1e6, "ms", () -> factory.open(folder, manifest).close()));
            for (int words : WORDS) {
                String text = "good day ".repeat(words / 2) + "bad ".repeat(words % 2);
                out.printf("%,6d words %s%n", words, time(1e3, "µs", () -> opened.predict(text, false)));
            }
        }
        return 0;
    }

    private String fresh(Path folder) throws IOException {
        long[] nanos = new long[Math.max(1, processes)];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = FreshOpening.measure(folder).toNanos();
        }
        return summary(nanos, 1e6, "ms");
    }

    /** The second half of the runs; the first half warms up. */
    private String time(double unit, String name, Runnable work) {
        long[] nanos = new long[Math.max(2, runs)];
        for (int run = 0; run < nanos.length; run++) {
            long begin = System.nanoTime();
            work.run();
            nanos[run] = System.nanoTime() - begin;
        }
        return summary(Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length), unit, name);
    }

    /** Median, least and most. */
    private static String summary(long[] nanos, double unit, String name) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "%.1f %s (%.1f–%.1f)"
                .formatted(sorted[sorted.length / 2] / unit, name, sorted[0] / unit, sorted[sorted.length - 1] / unit);
    }
}
