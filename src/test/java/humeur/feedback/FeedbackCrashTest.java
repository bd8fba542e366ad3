package humeur.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write (SIGKILL). The power does not fail here: of that only fsync takes care. */
class FeedbackCrashTest {
    private static final int ROUNDS = 6;

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        Random random = new Random(9);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged.addAll(killed(random.nextInt(300)));
            FeedbackFile.open(folder.resolve("feedback-1.ndjson"), Long.MAX_VALUE)
                    .orElseThrow()
                    .close();
            List<String> kept = kept();
            assertThat(kept).containsAll(acknowledged);
            assertThat(kept.size()).isBetween(acknowledged.size(), acknowledged.size() + round);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
        assertThat(folder.resolve("feedback-2.ndjson")).doesNotExist();
    }

    @Test
    void twoProcessesOfOneFolderWriteTwoFiles() throws Exception {
        Process other = start(Optional.empty());
        try (BufferedReader lines = other.inputReader()) {
            assertThat(lines.readLine()).isNotNull();
            assertThat(FeedbackFile.open(folder.resolve("feedback-1.ndjson"), Long.MAX_VALUE))
                    .isEmpty();
            killed(0);
            assertThat(folder.resolve("feedback-2.ndjson")).isNotEmptyFile();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Lets a process write for a while, kills it, and returns what it has acknowledged. */
    private List<String> killed(int milliseconds) throws Exception {
        Path printed = Files.createTempFile("acknowledged", ".txt");
        Process process = start(Optional.of(printed));
        try {
            long end = System.nanoTime() + 120_000_000_000L;
            while (Files.size(printed) == 0 && process.isAlive() && System.nanoTime() < end) {
                Thread.sleep(10);
            }
            Thread.sleep(milliseconds);
        } finally {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(printed);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private Process start(Optional<Path> output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessFeedback.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        output.ifPresent(file -> builder.redirectOutput(file.toFile()));
        return builder.start();
    }

    private List<String> kept() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("feedback-1.ndjson"))) {
            ids.add(new ObjectMapper().readTree(line).path("id").asText());
        }
        return ids;
    }
}
