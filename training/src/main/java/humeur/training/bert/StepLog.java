package humeur.training.bert;

import static java.nio.charset.StandardCharsets.UTF_8;

import humeur.training.evaluation.Metrics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says how training goes: on the console every few seconds, and every evaluation as a line of a history file. */
final class StepLog {
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final String branch;
    private final Path history;
    private final PrintWriter out;
    private long end;
    private Instant since = Instant.now();
    private long steps;
    private double loss;
    private int updated;

    StepLog(String branch, Path history, PrintWriter out) {
        this.branch = branch;
        this.history = history;
        this.out = out;
    }

    void begin(Position position, long lastStep) {
        end = lastStep;
        since = Instant.now();
        out.printf(
                "%s: step %d of %d, %d texts in a step%n",
                branch, position.step(), end, position.settings().batchSize());
        out.flush();
    }

    void step(Position position, double rate, StepResult result) {
        steps++;
        if (result instanceof StepResult.Updated update) {
            loss += update.loss();
            updated++;
        } else {
            out.printf("%s: step %d skipped, its loss or a gradient is not finite%n", branch, position.step());
        }
        double seconds = Duration.between(since, Instant.now()).toNanos() / 1e9;
        if (seconds >= PAUSE.toSeconds()) {
            double textsPerSecond = steps * position.settings().batchSize() / seconds;
            long remaining = (long) ((end - position.step()) * seconds / steps);
            out.printf(
                    "%s: step %d of %d, loss %.4f, rate %.2e, %.1f texts/s, %s left%n",
                    branch,
                    position.step(),
                    end,
                    loss / Math.max(1, updated),
                    rate,
                    textsPerSecond,
                    duration(remaining));
            out.flush();
            since = Instant.now();
            steps = 0;
            loss = 0;
            updated = 0;
        }
    }

    void evaluation(Position position, double rate, Metrics metrics) throws IOException {
        String line = "%s\t%s\t%d\t%d\t%.3e\t%.4f\t%.4f\t%.4f\t%d%n"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        branch,
                        position.step(),
                        position.texts(),
                        rate,
                        metrics.accuracy().value(),
                        metrics.auc().value(),
                        metrics.logLoss().value(),
                        metrics.rows());
        if (Files.notExists(history)) {
            Files.createDirectories(history.getParent());
            line = "time\tbranch\tstep\ttexts\trate\taccuracy\tauc\tlog_loss\trows\n" + line;
        }
        Files.writeString(history, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        out.printf("%s: step %d, validation%n%s%n", branch, position.step(), metrics);
        out.flush();
        since = Instant.now();
        steps = 0;
    }

    private static String duration(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
