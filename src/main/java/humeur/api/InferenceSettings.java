package humeur.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much is predicted at a time. */
@ConfigMapping(prefix = "humeur.inference")
interface InferenceSettings {
    /** The most model runs at a time; as many as there are cores when it is not set. */
    OptionalInt concurrency();

    /** The most requests that wait for their turn; one more is refused. */
    @WithDefault("64")
    int queue();

    /** How long a request may take from when its document has been read; one that would take longer is refused. */
    @WithDefault("5s")
    Duration deadline();

    /**
     * The same, with every value in its range.
     *
     * @throws IllegalArgumentException if one is not; it says which and what is allowed
     */
    static InferenceSettings checked(InferenceSettings settings) {
        settings.concurrency().ifPresent(runs -> require(runs >= 1, "CONCURRENCY", runs, "at least 1"));
        require(settings.queue() >= 0, "QUEUE", settings.queue(), "0 or more");
        require(settings.deadline().compareTo(Duration.ZERO) > 0, "DEADLINE", settings.deadline(), "longer than 0");
        return settings;
    }

    private static void require(boolean allowed, String name, Object value, String range) {
        if (!allowed) {
            throw new IllegalArgumentException(
                    "HUMEUR_INFERENCE_%s is %s, but has to be %s".formatted(name, value, range));
        }
    }
}
