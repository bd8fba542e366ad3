package humeur.benchmark;

import humeur.benchmark.options.HelpText;
import humeur.benchmark.options.Option;
import humeur.benchmark.options.Options;
import java.util.List;

/** A program that measures candidates against each other and prints a table. */
public interface Benchmark {
    Option HELP = Option.flag("--help", "Print this and exit.");

    /** The entry point's name. */
    String name();

    /** What it measures, in a paragraph for {@code --help}. */
    String purpose();

    List<Option> options();

    /** @throws BenchmarkFailure if something keeps it from measuring */
    ExitCode measure(Options options);

    /** Runs the benchmark as a program: reads the command line, reports failures, and never returns. */
    static void run(Benchmark benchmark, String... arguments) {
        System.exit(exitCode(benchmark, arguments).code());
    }

    private static ExitCode exitCode(Benchmark benchmark, String... arguments) {
        try {
            Options options = Options.parse(benchmark.options(), arguments);
            if (options.has(HELP.name())) {
                System.out.print(HelpText.of(benchmark.name(), benchmark.purpose(), benchmark.options()));
                return ExitCode.MEASURED;
            }
            return benchmark.measure(options);
        } catch (BenchmarkFailure failure) {
            System.err.println("benchmarks/" + benchmark.name() + ": "
                    + failure.getMessage().stripTrailing());
            return failure.exitCode();
        }
    }
}
