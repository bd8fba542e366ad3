package humeur.api;

import java.time.Duration;
import java.util.OptionalInt;

/** Settings as a test needs them. */
final class Inference {
    private Inference() {}

    static InferenceSettings within(Duration deadline) {
        return new InferenceSettings() {
            @Override
            public OptionalInt concurrency() {
                return OptionalInt.empty();
            }

            @Override
            public int queue() {
                return 1;
            }

            @Override
            public Duration deadline() {
                return deadline;
            }
        };
    }
}
