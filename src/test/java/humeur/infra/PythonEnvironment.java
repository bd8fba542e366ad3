package humeur.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Python packages in a folder of the build, installed once; tests that need them are skipped where there is no Python. */
final class PythonEnvironment {
    private static final Path FOLDER = Path.of("target", "infra-python").toAbsolutePath();
    private static final Path REQUIREMENTS = Path.of("infra", "alert", "test", "requirements.txt");
    private static final List<String> COMMANDS = List.of("python3", "python3.11", "python3.12", "python3.13");
    private static final String NEW_ENOUGH = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

    private PythonEnvironment() {}

    /** Runs a program of Python, and returns what it prints; fails if it does. */
    static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(interpreter().toString()));
        command.addAll(arguments);
        Path output = Files.createTempFile("python", ".log");
        if (run(command, output, 300) != 0) {
            throw new AssertionError(Files.readString(output));
        }
        return Files.readString(output);
    }

    private static synchronized Path interpreter() throws IOException, InterruptedException {
        Path python = FOLDER.resolve("bin").resolve("python");
        Path installed = FOLDER.resolve("requirements.txt");
        if (Files.exists(installed) && Files.mismatch(installed, REQUIREMENTS) < 0) {
            return python;
        }
        Path log = Files.createTempFile("python", ".log");
        Optional<String> system = system(log);
        Assumptions.assumeTrue(system.isPresent(), "There is no Python 3.11 or newer with venv and pip");
        install(List.of(system.get(), "-m", "venv", "--clear", FOLDER.toString()), log);
        install(
                List.of(python.toString(), "-m", "pip", "install", "--no-input", "-q", "-r", REQUIREMENTS.toString()),
                log);
        Files.copy(REQUIREMENTS, installed);
        return python;
    }

    private static Optional<String> system(Path log) throws IOException, InterruptedException {
        for (String command : COMMANDS) {
            try {
                if (run(List.of(command, "-c", NEW_ENOUGH), log, 60) == 0) {
                    return Optional.of(command);
                }
            } catch (IOException notThere) {
                // The next one may be.
            }
        }
        return Optional.empty();
    }

    private static void install(List<String> command, Path log) throws IOException, InterruptedException {
        if (run(command, log, 600) != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + Files.readString(log));
        }
    }

    private static int run(List<String> command, Path output, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " takes longer than " + seconds + " s");
        }
        return process.exitValue();
    }
}
