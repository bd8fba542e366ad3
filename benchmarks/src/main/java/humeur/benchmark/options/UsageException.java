package humeur.benchmark.options;

import humeur.benchmark.BenchmarkFailure;
import humeur.benchmark.ExitCode;

/** The command line asks for something that does not exist or cannot be done. */
public final class UsageException extends BenchmarkFailure {
    public UsageException(String message) {
        super(ExitCode.USAGE, message + " (--help lists what there is)");
    }
}
