package humeur.sentiment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a prediction took.
 *
 * @param tokenise from the raw text to the model's tokens
 * @param infer in the model, explanation included; of texts that ran together, each one's share
 */
public record Timing(Duration tokenise, Duration infer) {
    public Timing {
        requireNonNull(tokenise, "tokenise is null");
        requireNonNull(infer, "infer is null");
    }

    /** Between three readings of {@link System#nanoTime()}. */
    public static Timing between(long start, long tokenised, long inferred) {
        return new Timing(Duration.ofNanos(tokenised - start), Duration.ofNanos(inferred - tokenised));
    }
}
