package humeur.telemetry.appinsights;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the endpoint made of a batch. */
sealed interface Reply {
    /** All of it was taken. */
    record Accepted() implements Reply {}

    /**
     * Some of it was taken.
     *
     * @param again positions of the envelopes that may be sent once more
     * @param refused how many others were refused for good
     */
    record Partial(List<Integer> again, int refused) implements Reply {}

    /** None of it will ever be taken. */
    record Refused(int status) implements Reply {}

    /** Not now; the same batch may be sent once more. */
    record Later(String reason, Optional<Duration> after) implements Reply {}

    /** The resource has had its daily quota: nothing is taken until it is renewed. */
    record QuotaSpent(int status, Optional<Duration> after) implements Reply {}
}
