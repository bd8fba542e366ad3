package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** The last hour of one instance, as it was at one moment. */
public final class Snapshot {
    private final Instant started;
    private final List<LastHour.Count> minutes;
    private final DurationHistogram durations;

    Snapshot(Instant started, List<LastHour.Count> minutes, DurationHistogram durations) {
        this.started = requireNonNull(started, "started is null");
        this.minutes = List.copyOf(minutes);
        this.durations = requireNonNull(durations, "durations is null");
    }

    /** Since when the instance has counted. */
    public Instant started() {
        return started;
    }

    /** One entry a minute, the present one last. */
    public List<LastHour.Count> minutes() {
        return minutes;
    }

    public int predictions() {
        return minutes.stream().mapToInt(LastHour.Count::predictions).sum();
    }

    public int negatives() {
        return minutes.stream().mapToInt(LastHour.Count::negatives).sum();
    }

    /** Requests that led to a prediction; a batch is one. */
    public int exchanges() {
        return durations.total();
    }

    /**
     * What this share of these requests took at most, in milliseconds from the request's head to the written answer; empty
     * when there were none.
     *
     * @param share 0 to 1
     */
    public OptionalDouble duration(double share) {
        return durations.percentile(share);
    }
}
