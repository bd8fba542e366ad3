package humeur.training;

import humeur.sentiment.ModelException;
import humeur.training.command.BertCommand;
import humeur.training.command.EvaluateCommand;
import humeur.training.command.LatencyCommand;
import humeur.training.command.ParityCommand;
import humeur.training.command.SplitCommand;
import humeur.training.command.TrainCommand;
import humeur.training.command.TuneCommand;
import humeur.training.data.MalformedRowException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command {@code training}. Exits with 0 on success, 1 on failure and 2 on wrong usage. */
@Command(
        name = "training",
        description = "Trains, measures and writes the models that Humeur serves.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        version = "training 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:success", "1:a failure, or a check that does not hold", "2:wrong usage"},
        subcommands = {
            TrainCommand.class,
            TuneCommand.class,
            EvaluateCommand.class,
            ParityCommand.class,
            SplitCommand.class,
            LatencyCommand.class,
            BertCommand.class
        })
public final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Training())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(expectedFailures());
    }

    /** A wrong file is no bug: its message says what to do, and a stack trace would hide that. */
    private static IExecutionExceptionHandler expectedFailures() {
        return (exception, command, result) -> {
            if (exception instanceof NoSuchFileException missing) {
                command.getErr().println("There is no file " + missing.getFile());
            } else if (exception instanceof IOException
                    || exception instanceof MalformedRowException
                    || exception instanceof ModelException) {
                command.getErr().println(exception.getMessage());
            } else {
                throw exception;
            }
            return CommandLine.ExitCode.SOFTWARE;
        };
    }
}
