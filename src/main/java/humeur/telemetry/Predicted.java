package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import humeur.sentiment.Sentiment;
import humeur.sentiment.Timing;
import java.util.UUID;

/**
 * One text's prediction, without the text.
 *
 * @param id that the answer gave it
 * @param model name of the model
 * @param modelVersion its semantic version
 * @param sentiment the label
 * @param probability of a positive text, 0 to 1
 * @param codePoints length of the text as it was sent, in code points
 * @param tokensTotal tokens of the whole text
 * @param tokensUsed tokens that the model read
 * @param units what it costs
 * @param explained whether each word's share was asked for
 * @param timing how long the model took
 */
public record Predicted(
        UUID id,
        String model,
        String modelVersion,
        Sentiment sentiment,
        float probability,
        int codePoints,
        int tokensTotal,
        int tokensUsed,
        int units,
        boolean explained,
        Timing timing) {
    public Predicted {
        requireNonNull(id, "id is null");
        requireNonNull(model, "model is null");
        requireNonNull(modelVersion, "modelVersion is null");
        requireNonNull(sentiment, "sentiment is null");
        requireNonNull(timing, "timing is null");
    }
}
