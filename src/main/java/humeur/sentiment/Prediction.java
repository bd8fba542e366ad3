package humeur.sentiment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a model says of one text.
 *
 * @param probability that the text is positive, 0 to 1
 * @param tokensTotal tokens of the whole text, in the model's own units
 * @param tokensUsed tokens that the model read; fewer than {@code tokensTotal} when the text was cut
 * @param codePointsRead length of the part that the model read, in code points
 * @param timing how long it took
 * @param explanation present when it was asked for
 */
public record Prediction(
        float probability,
        int tokensTotal,
        int tokensUsed,
        int codePointsRead,
        Timing timing,
        Optional<Explanation> explanation) {
    public Prediction {
        requireNonNull(timing, "timing is null");
        requireNonNull(explanation, "explanation is null");
    }

    public boolean truncated() {
        return tokensUsed < tokensTotal;
    }
}
