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
}
