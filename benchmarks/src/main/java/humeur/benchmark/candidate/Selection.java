package humeur.benchmark.candidate;

import java.util.List;
import java.util.Optional;

/**
 * What is measured in a run.
 *
 * @param notes what a reader of the figures should know: what was left out and why, what a candidate is
 */
public record Selection(List<Candidate> candidates, List<String> notes) {
    public Selection {
        candidates = List.copyOf(candidates);
        notes = List.copyOf(notes);
    }

    public List<String> names() {
        return candidates.stream().map(Candidate::name).toList();
    }

    /** The candidate of that name, if it is measured. */
    public Optional<Candidate> named(String name) {
        return candidates.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
    }
}
