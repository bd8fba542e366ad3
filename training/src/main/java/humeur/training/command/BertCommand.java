package humeur.training.command;

import picocli.CommandLine.Command;

@Command(
        name = "bert",
        description = {
            "Fine-tunes a BERT classifier over many hours.",
            "`train` goes on at a constant learning rate, from where it last was; `decay` then takes a model from it, which `export` writes as ONNX graphs."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BertTrainCommand.class, BertDecayCommand.class, BertExportCommand.class})
public final class BertCommand {}
