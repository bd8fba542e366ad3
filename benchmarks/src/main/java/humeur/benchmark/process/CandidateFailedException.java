package humeur.benchmark.process;

import humeur.benchmark.BenchmarkFailure;
import humeur.benchmark.ExitCode;
import humeur.benchmark.candidate.Candidate;

/** A candidate did not start, died, did not answer in time or answered wrongly. */
public final class CandidateFailedException extends BenchmarkFailure {
    public CandidateFailedException(Candidate candidate, String what, String output) {
        super(
                ExitCode.CANDIDATE_FAILED,
                "%s %s%n  command:   %s%n  directory: %s%n%s"
                        .formatted(
                                candidate.name(),
                                what,
                                String.join(" ", candidate.command()),
                                candidate.directory(),
                                output.isBlank() ? "  it printed nothing" : "  its last lines:\n" + output.indent(4)));
    }
}
