package humeur.training;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Prints how far a step has come, at most every few seconds and whenever another step begins or one ends. */
public final class ConsoleProgress implements Progress {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PrintWriter out;
    private String lastStep = "";
    private Instant last = Instant.MIN;

    public ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void report(String step, long done, long total) {
        Instant now = Instant.now();
        boolean due =
                !step.equals(lastStep) || done == total || last.plus(PAUSE).isBefore(now);
        if (due) {
            if (total == 0) {
                out.printf("%s: %d%n", step, done);
            } else {
                out.printf("%s: %d of %d (%d %%)%n", step, done, total, 100 * done / total);
            }
            out.flush();
            lastStep = step;
            last = now;
        }
    }
}
