package humeur.benchmark.telemetry;

import humeur.benchmark.BenchmarkFailure;
import humeur.benchmark.ExitCode;
import java.util.List;

/** An endpoint has never been asked: telemetry was not on, and nothing has been measured of it. */
final class UntouchedEndpointException extends BenchmarkFailure {
    UntouchedEndpointException(List<String> names) {
        super(
                ExitCode.CANDIDATE_FAILED,
                "no telemetry has come to the endpoint of %s: the build does not read the connection string, or the run was too short"
                        .formatted(String.join(", ", names)));
    }
}
