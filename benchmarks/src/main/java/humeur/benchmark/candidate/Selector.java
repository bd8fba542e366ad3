package humeur.benchmark.candidate;

import humeur.benchmark.candidate.Availability.Available;
import humeur.benchmark.candidate.Availability.Unavailable;
import humeur.benchmark.candidate.CandidateOptions.Additional;
import humeur.benchmark.options.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the candidates of a run: those known and present, those added, each with its variables and directory. */
public final class Selector {
    private final List<KnownCandidate> known;
    private final CandidateOptions options;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public Selector(List<KnownCandidate> known, CandidateOptions options) {
        this.known = List.copyOf(known);
        this.options = options;
    }

    /** @throws UsageException if a name is unknown or used twice, or a candidate asked for by name is not there */
    public Selection select() {
        List<Additional> additional = options.additional();
        List<String> names = names(additional);
        List<String> chosen = options.only().orElse(names);
        chosen.forEach(name -> requireKnown(name, names));
        options.variables().forEach(variable -> requireKnown(variable.candidate(), names));
        options.directories().forEach(directory -> requireKnown(directory.candidate(), names));

        known.stream().filter(one -> chosen.contains(one.name())).forEach(one -> add(one.name(), one));
        additional.stream().filter(one -> chosen.contains(one.name())).forEach(this::add);
        if (candidates.isEmpty()) {
            throw new UsageException("nothing to measure: " + String.join("; ", notes));
        }
        return new Selection(candidates, notes);
    }

    private List<String> names(List<Additional> additional) {
        List<String> names =
                new ArrayList<>(known.stream().map(KnownCandidate::name).toList());
        for (Additional one : additional) {
            if (names.contains(one.name())) {
                throw new UsageException("two candidates would be called " + one.name());
            }
            names.add(one.name());
        }
        return names;
    }

    private static void requireKnown(String name, List<String> names) {
        if (!names.contains(name)) {
            throw new UsageException("no candidate is called " + name + "; there are " + String.join(", ", names));
        }
    }

    private void add(Additional additional) {
        Optional<KnownCandidate> original = known.stream()
                .filter(one -> one.name().equals(additional.command()))
                .findFirst();
        if (original.isPresent()) {
            add(additional.name(), original.get());
        } else {
            accept(new Candidate(
                    additional.name(),
                    CommandWords.of(additional.command()),
                    Path.of("").toAbsolutePath(),
                    Map.of(),
                    Probe.PREDICTION));
        }
    }

    private void add(String name, KnownCandidate original) {
        Availability availability = original.lookup().get();
        if (availability instanceof Available found) {
            accept(found.candidate().named(name));
            if (!found.note().isEmpty()) {
                notes.add(name + ": " + found.note());
            }
        } else if (availability instanceof Unavailable missing) {
            if (options.only().isPresent()) {
                throw new UsageException(name + ": " + missing.remedy());
            }
            notes.add(name + " left out: " + missing.remedy());
        }
    }

    private void accept(Candidate plain) {
        Candidate candidate = plain;
        for (var variable : options.variables()) {
            if (variable.candidate().equals(plain.name())) {
                candidate = candidate.with(variable.name(), variable.value());
            }
        }
        for (var directory : options.directories()) {
            if (directory.candidate().equals(plain.name())) {
                candidate = candidate.in(directory.folder());
            }
        }
        candidates.add(candidate);
    }
}
