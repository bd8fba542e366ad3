package humeur.training.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import humeur.training.data.Corpus;
import humeur.training.data.Example;
import humeur.training.data.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "split",
        description = "Cleans and splits a file, prints what that did, and writes the parts if asked to.",
        sortOptions = false)
public final class SplitCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write training.csv, validation.csv and test.csv (label,text).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Corpus corpus = data.corpus();
        if (out.isPresent()) {
            Path folder = Files.createDirectories(out.get());
            for (Part part : Part.values()) {
                write(folder.resolve(part.name().toLowerCase(Locale.ROOT) + ".csv"), corpus.part(part));
            }
        }
        return ExitCode.OK;
    }

    private static void write(Path file, List<Example> examples) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            for (Example example : examples) {
                csv.writeRecord(example.positive() ? "1" : "0", example.text());
            }
        }
    }
}
