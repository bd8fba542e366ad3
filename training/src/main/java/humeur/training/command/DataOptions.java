package humeur.training.command;

import humeur.training.ConsoleProgress;
import humeur.training.Progress;
import humeur.training.data.Corpus;
import humeur.training.data.Example;
import humeur.training.data.LabelledText;
import humeur.training.data.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The data file, common to all subcommands, and where they print. */
final class DataOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV without a header, .gz or plain: label,text (0 or 1; UTF-8),"
                    + " or Stanford's six columns (0 or 4; ISO 8859-1).")
    private Path file;

    Path file() {
        return file;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    Progress progress() {
        return new ConsoleProgress(command.commandLine().getErr());
    }

    /** Reads, cleans and splits the file, and prints what that did. */
    Corpus corpus() throws IOException {
        Corpus corpus = Corpus.read(file, progress());
        Corpus.Cleaning cleaning = corpus.cleaning();
        out().printf(
                        "%d rows; %d without a word, %d duplicates, %d conflicting texts dropped%n",
                        cleaning.rows(), cleaning.wordless(), cleaning.duplicates(), cleaning.conflicting());
        for (Part part : Part.values()) {
            out().printf(
                            "%-10s %d%n",
                            part.name().toLowerCase(Locale.ROOT),
                            corpus.part(part).size());
        }
        out().flush();
        return corpus;
    }

    static List<LabelledText> labelled(List<Example> examples) {
        return examples.stream()
                .map(example -> new LabelledText(example.text(), example.positive()))
                .toList();
    }
}
