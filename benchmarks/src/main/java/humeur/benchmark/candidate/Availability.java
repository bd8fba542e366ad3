package humeur.benchmark.candidate;

import static java.util.Objects.requireNonNull;

import humeur.benchmark.options.UsageException;

/** Whether a known candidate can be measured on this machine, now. */
public sealed interface Availability {
    /** @throws UsageException with the remedy, if it cannot be measured */
    Candidate required();

    /** @param note what a reader of the figures should know about it; may be empty */
    record Available(Candidate candidate, String note) implements Availability {
        public Available {
            requireNonNull(candidate, "candidate is null");
            requireNonNull(note, "note is null");
        }

        public Available(Candidate candidate) {
            this(candidate, "");
        }

        @Override
        public Candidate required() {
            return candidate;
        }
    }

    /** @param remedy what is missing, and the command or option that changes it */
    record Unavailable(String remedy) implements Availability {
        public Unavailable {
            requireNonNull(remedy, "remedy is null");
        }

        @Override
        public Candidate required() {
            throw new UsageException(remedy);
        }
    }
}
