package humeur.telemetry.alert;

import humeur.sentiment.Sentiment;
import humeur.sentiment.Timing;
import humeur.telemetry.Exchange;
import humeur.telemetry.Outcome;
import humeur.telemetry.Predicted;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an observer may hear. */
final class Exchanges {
    private Exchanges() {}

    static Exchange of(Instant start, boolean synthetic, Sentiment... sentiments) {
        List<Predicted> predictions =
                Arrays.stream(sentiments).map(Exchanges::predicted).toList();
        return new Exchange(
                "POST",
                "/predict/batch",
                200,
                start,
                Duration.ofMillis(1),
                synthetic,
                Optional.empty(),
                new Outcome(predictions, List.of()));
    }

    private static Predicted predicted(Sentiment sentiment) {
        Timing timing = new Timing(Duration.ZERO, Duration.ZERO);
        return new Predicted(UUID.randomUUID(), "tiny", "1.0.0", sentiment, 0.5f, 9, 2, 2, 1, false, timing);
    }
}
