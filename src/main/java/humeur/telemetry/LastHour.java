package humeur.telemetry;

import humeur.sentiment.Sentiment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What this instance has predicted within the last hour, minute by minute: at most 60 buckets of 2 KB, each made in the first
 * minute that needs it. Probes and load tests do not count.
 */
@Singleton
public class LastHour implements Observer {
    /** How far back it looks. */
    public static final Duration WINDOW = Duration.ofHours(1);

    private static final int MINUTES = (int) WINDOW.toMinutes();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Clock clock;
    private final Instant started;
    private final Minute[] minutes = new Minute[MINUTES];

    @Inject
    public LastHour() {
        this(Clock.systemUTC());
    }

    LastHour(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /** A few additions, so they are done at once. */
    @Override
    public synchronized void answered(Exchange exchange) {
        if (exchange.synthetic() || exchange.outcome().predictions().isEmpty()) {
            return;
        }
        long now = now();
        int slot = slot(now);
        if (minutes[slot] == null || minutes[slot].minute != now) {
            minutes[slot] = new Minute(now);
        }
        minutes[slot].add(exchange);
    }

    /** What there is now. */
    public synchronized Snapshot snapshot() {
        long now = now();
        DurationHistogram durations = new DurationHistogram();
        List<Count> counts = new ArrayList<>(MINUTES);
        for (long minute = now - MINUTES + 1; minute <= now; minute++) {
            Minute kept = minutes[slot(minute)];
            if (kept == null || kept.minute != minute) {
                counts.add(Count.NONE);
            } else {
                durations.add(kept.durations);
                counts.add(new Count(kept.predictions, kept.negatives));
            }
        }
        return new Snapshot(started, counts, durations);
    }

    private long now() {
        return clock.millis() / MINUTE;
    }

    private static int slot(long minute) {
        return (int) (minute % MINUTES);
    }

    /**
     * Predictions of one minute.
     *
     * @param negatives those of them that say negative
     */
    public record Count(int predictions, int negatives) {
        static final Count NONE = new Count(0, 0);
    }

    private static final class Minute {
        private final long minute;
        private final DurationHistogram durations = new DurationHistogram();
        private int predictions;
        private int negatives;

        private Minute(long minute) {
            this.minute = minute;
        }

        private void add(Exchange exchange) {
            durations.add(exchange.duration());
            for (Predicted predicted : exchange.outcome().predictions()) {
                predictions++;
                if (predicted.sentiment() == Sentiment.NEGATIVE) {
                    negatives++;
                }
            }
        }
    }
}
