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
        name = "train",
        description = {
            "Trains at a constant rate, going on from the run's last checkpoint.",
            "It may be killed at any moment; asked to end (Ctrl-C) it writes a checkpoint first."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BertTrainCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Option(
            names = "--texts",
            description = "Texts to read in all, over all sessions of the run (${DEFAULT-VALUE}: about one epoch).")
    private long texts = 1_180_000;

    @Mixin
    private BertOptions options;

    @Override
    public Integer call() throws IOException {
        try (StopSignal stop = StopSignal.atShutdown();
                Run run = options.open(data)) {
            run.train(texts, stop);
        }
        return ExitCode.OK;
    }
}
