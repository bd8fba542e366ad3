package humeur.training.command;

import humeur.training.logistic.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "tune",
        description = "Varies one choice at a time and prints what each costs on the validation part.",
        sortOptions = false)
public final class TuneCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Option(names = "--liblinear", description = "Also fits with liblinear's L2R_LR for several C (minutes, 6 GB).")
    private boolean liblinear;

    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            description =
                    "Only choices in whose names this regular expression is found, and what they are compared with.")
    private Pattern only = Pattern.compile("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the table as Markdown.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private HyperparameterOptions hyperparameters;

    @Override
    public Integer call() throws IOException {
        Tuning tuning = new Tuning(data.corpus(), hyperparameters.value(), only.asPredicate(), data.progress());
        String table = tuning.run(liblinear);
        data.out().print(table);
        if (out.isPresent()) {
            Files.createDirectories(out.get().toAbsolutePath().getParent());
            Files.writeString(out.get(), table);
        }
        return ExitCode.OK;
    }
}
