package humeur.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BertCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Training.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void namesItsSteps() {
        assertThat(run("bert", "--help")).isEqualTo(CommandLine.ExitCode.OK);
        assertThat(out.toString()).contains("train", "decay", "export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "decay", "export"})
    void explainsEachStep(String step) {
        assertThat(run("bert", step, "--help")).isEqualTo(CommandLine.ExitCode.OK);
        assertThat(out.toString()).contains("--data", "--run", "--cache");
    }

    @Test
    void saysWhatHasToComeBeforeAnExport(@TempDir Path folder) {
        int exit = run(
                "bert", "export", "--data", "unread.csv", "--cache", folder.toString(), "--models", folder.toString());

        assertThat(exit).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString()).contains("run `training bert decay` first");
    }
}
