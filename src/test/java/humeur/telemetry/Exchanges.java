package humeur.telemetry;

import humeur.sentiment.Sentiment;
import humeur.sentiment.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an observer may hear. */
public final class Exchanges {
    private Exchanges() {}

    public static Exchange of(Instant start, boolean synthetic, Sentiment... sentiments) {
        return of(start, Duration.ofMillis(1), synthetic, sentiments);
    }

    public static Exchange of(Instant start, Duration duration, boolean synthetic, Sentiment... sentiments) {
        List<Predicted> predictions =
                Arrays.stream(sentiments).map(Exchanges::predicted).toList();
        Origin origin = new Origin("request", Optional.empty(), Optional.empty(), Optional.empty(), synthetic);
        Outcome outcome = new Outcome(predictions, List.of());
        return new Exchange("POST", "/predict/batch", 200, start, duration, origin, outcome);
    }

    private static Predicted predicted(Sentiment sentiment) {
        return new Predicted(
                UUID.randomUUID(),
                "tiny",
                "1.0.0",
                "0".repeat(64),
                sentiment,
                0.5f,
                TextFeatures.of("I love it"),
                Optional.empty(),
                2,
                2,
                1,
                false,
                new Timing(Duration.ZERO, Duration.ZERO));
    }
}
