package humeur.benchmark.python;

import humeur.benchmark.process.ChildProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs programs to their end, one after the other. */
final class Commands {
    private final ChildProcesses children;

    Commands(ChildProcesses children) {
        this.children = children;
    }

    /** Runs with the user watching what it prints to stderr. */
    void run(Path directory, List<String> command) {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        finish(builder);
    }

    /** Runs and gives back what it prints to stdout, without white space around. */
    String output(List<String> command) {
        return finish(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD))
                .strip();
    }

    /** @throws PeerSetupFailedException if it cannot be started or its exit code is not 0 */
    private String finish(ProcessBuilder builder) {
        String command = String.join(" ", builder.command());
        try {
            Process process = children.start(builder);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            children.stop(process);
            if (exitCode != 0) {
                throw new PeerSetupFailedException("exit code %d from: %s".formatted(exitCode, command));
            }
            return output;
        } catch (IOException e) {
            throw new PeerSetupFailedException("cannot run: %s (%s)".formatted(command, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while running: " + command, e));
        }
    }
}
