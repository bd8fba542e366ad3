package humeur.benchmark;

import static java.util.Objects.requireNonNull;

/** A reason to stop that the reader of the message can act on, with the exit code that tells scripts which one. */
public abstract class BenchmarkFailure extends RuntimeException {
    private final ExitCode exitCode;

    protected BenchmarkFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = requireNonNull(exitCode, "exitCode is null");
    }

    public final ExitCode exitCode() {
        return exitCode;
    }
}
