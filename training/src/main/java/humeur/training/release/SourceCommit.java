package humeur.training.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The commit of the code that decides what a trained model is. */
final class SourceCommit {
    private static final String UNKNOWN = "unknown";
    private static final List<String> SOURCES = List.of(":/training", ":/src/main/java/humeur/text");

    private SourceCommit() {}

    /** The commit's hash, with {@code -dirty} where the code has changed since, or {@code unknown} outside a git clone. */
    static String read() {
        try {
            String head = git(List.of("rev-parse", "HEAD"));
            List<String> status = new ArrayList<>(List.of("status", "--porcelain", "--"));
            status.addAll(SOURCES);
            return git(status).isEmpty() ? head : head + "-dirty";
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String git(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while git ran", e);
        }
        return output;
    }
}
