package humeur.telemetry.appinsights;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: twice as long each time, with jitter, and no less than the endpoint asks for. */
final class BackOff {
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 16;

    private final Pace pace;
    private int failures;

    BackOff(Pace pace) {
        this.pace = pace;
    }

    Duration next(Optional<Duration> asked) {
        Duration wanted = asked.filter(it -> it.compareTo(LONGEST_ASKED) < 0)
                .orElse(asked.isPresent() ? LONGEST_ASKED : Duration.ZERO);
        Duration own = own();
        return wanted.compareTo(own) > 0 ? wanted : own;
    }

    private Duration own() {
        long whole = pace.firstRetry().toMillis() << Math.min(failures++, MAX_DOUBLINGS);
        long bounded = Math.min(whole, pace.longestRetry().toMillis());
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }

    void reset() {
        failures = 0;
    }
}
