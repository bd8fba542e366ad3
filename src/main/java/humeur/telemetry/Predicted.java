package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import humeur.sentiment.Sentiment;
import humeur.sentiment.Timing;
import java.util.Optional;
import java.util.UUID;

/**
 * One text's prediction, without the text.
 *
 * @param id that the answer gave it
 * @param model name of the model
 * @param modelVersion its semantic version
 * @param modelSha256 of its file
 * @param sentiment the label
 * @param probability of a positive text, 0 to 1
 * @param features what may be told of the text as it was sent
 * @param text the text's beginning; empty unless the operator has opted in with {@code humeur.telemetry.text}
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
        String modelSha256,
        Sentiment sentiment,
        float probability,
        TextFeatures features,
        Optional<String> text,
        int tokensTotal,
        int tokensUsed,
        int units,
        boolean explained,
        Timing timing) {
    public Predicted {
        requireNonNull(id, "id is null");
        requireNonNull(model, "model is null");
        requireNonNull(modelVersion, "modelVersion is null");
        requireNonNull(modelSha256, "modelSha256 is null");
        requireNonNull(sentiment, "sentiment is null");
        requireNonNull(features, "features is null");
        requireNonNull(text, "text is null");
        requireNonNull(timing, "timing is null");
    }

    /** Length of the text as it was sent, in code points. */
    public int codePoints() {
        return features.codePoints();
    }
}
