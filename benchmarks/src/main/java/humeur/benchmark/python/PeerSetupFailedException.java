package humeur.benchmark.python;

import humeur.benchmark.BenchmarkFailure;
import humeur.benchmark.ExitCode;

/** The Python peer could not be installed or trained. */
public final class PeerSetupFailedException extends BenchmarkFailure {
    PeerSetupFailedException(String message) {
        super(ExitCode.CANDIDATE_FAILED, message);
    }
}
