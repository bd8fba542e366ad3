package humeur.benchmark.candidate;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * A candidate that the benchmark knows how to start.
 *
 * @param lookup finds or prepares it; only asked when it is to be measured, since that may take minutes
 */
public record KnownCandidate(String name, Supplier<Availability> lookup) {
    public static final String FLOOR = "floor";
    public static final String NATIVE = "native";
    /** The native package with the logistic regression, which reads words, as its default model. */
    public static final String WORDS = "words";

    public static final String JVM = "jvm";
    public static final String PYTHON = "python";

    public KnownCandidate {
        requireNonNull(name, "name is null");
        requireNonNull(lookup, "lookup is null");
    }
}
