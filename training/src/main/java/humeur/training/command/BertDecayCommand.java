package humeur.training.command;

import humeur.training.bert.Run;
import humeur.training.bert.StopSignal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "decay",
        description = {
            "Takes a model from the run: trains on from its last checkpoint while the rate falls to zero.",
            "The run's own checkpoint stays, so that training can go on from there afterwards."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BertDecayCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Option(
            names = "--texts",
            description =
                    "Texts to read while the rate falls (${DEFAULT-VALUE}); a tenth of those read before is usual.")
    private long texts = 60_000;

    @Mixin
    private BertOptions options;

    @Override
    public Integer call() throws IOException {
        try (StopSignal stop = StopSignal.atShutdown();
                Run run = options.open(data)) {
            run.decay(texts, stop);
        }
        return ExitCode.OK;
    }
}
