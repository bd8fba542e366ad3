package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "concurrency, 0, HUMEUR_INFERENCE_CONCURRENCY is 0",
        "queue, -1, HUMEUR_INFERENCE_QUEUE is -1",
        "deadline, 0s, HUMEUR_INFERENCE_DEADLINE is PT0S",
    })
    void saysWhichValueIsOutOfItsRange(String name, String value, String message) {
        InferenceSettings settings = settings(Map.of("humeur.inference." + name, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> InferenceSettings.checked(settings))
                .withMessageStartingWith(message + ", but has to be ");
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
