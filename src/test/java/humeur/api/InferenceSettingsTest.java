package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InferenceSettingsTest {
    @Test
    void leavesTheRunsToTheNumberOfCores() {
        InferenceSettings settings = settings(Map.of());
        assertThat(settings.concurrency()).isEmpty();
        assertThat(settings.queue()).isEqualTo(64);
        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void hasTheseNames() {
        InferenceSettings settings = settings(Map.of(
                "humeur.inference.concurrency", "3",
                "humeur.inference.queue", "0",
                "humeur.inference.deadline", "250ms"));
        assertThat(settings.concurrency()).hasValue(3);
        assertThat(settings.queue()).isZero();
        assertThat(settings.deadline()).isEqualTo(Duration.ofMillis(250));
    }

    private static InferenceSettings settings(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(InferenceSettings.class)
                .withDefaultValues(values)
                .withConverter(Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
                .build();
        return config.getConfigMapping(InferenceSettings.class);
    }
}
