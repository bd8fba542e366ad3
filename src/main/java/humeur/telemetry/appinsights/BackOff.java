package humeur.telemetry.appinsights;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: what the endpoint asks for, or twice as long each time, with jitter. */
final class BackOff {
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 16;

    private final Pace pace;
    private int failures;

    BackOff(Pace pace) {
        this.pace = pace;
    }

    Duration next(Optional<Duration> asked) {
        if (asked.isPresent()) {
            return asked.get().compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked.get();
        }
        long whole = pace.firstRetry().toMillis() << Math.min(failures++, MAX_DOUBLINGS);
        long bounded = Math.min(whole, pace.longestRetry().toMillis());
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }

    void reset() {
        failures = 0;
    }
}
