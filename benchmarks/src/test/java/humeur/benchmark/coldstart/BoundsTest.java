package humeur.benchmark.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.options.UsageException;
import humeur.benchmark.process.ResourceUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final Duration CPU = Duration.ofMillis(20);

    private static ColdStartResults results(int millis, long megabytes) {
        return results(220, 130, millis, megabytes);
    }

    private static ColdStartResults results(
            int nativeMillis, long nativeMegabytes, int wordsMillis, long wordsMegabytes) {
        var results = new ColdStartResults(List.of("floor", "native", "words"));
        results.add(new ColdStartRound(Map.of(
                "floor", sample(100, 20),
                "native", sample(nativeMillis, nativeMegabytes),
                "words", sample(wordsMillis, wordsMegabytes))));
        return results;
    }

    private static ColdStartRound round(int floor, int words) {
        return new ColdStartRound(
                Map.of("floor", sample(floor, 20), "native", sample(90, 50), "words", sample(words, 50)));
    }

    private static ColdStartSample sample(int millis, long megabytes) {
        return new ColdStartSample(
                Duration.ofMillis(millis), new ResourceUsage(CPU, megabytes * 1_000_000, megabytes * 1_000_000));
    }

    @Test
    void hold_up_to_the_last_bit() {
        assertThat(Bounds.exceeded(results(90, 90))).isEmpty();
    }

    @Test
    void are_exceeded_by_a_slow_start() {
        assertThat(Bounds.exceeded(results(91, 90)))
                .containsExactly("words takes 0.910 times as long as the floor; the bound is 0.900");
    }

    @Test
    void are_exceeded_by_too_much_memory() {
        assertThat(Bounds.exceeded(results(90, 91)))
                .containsExactly("words holds 91.0 MB after its first answer; the bound is 90.0 MB");
    }

    @Test
    void are_others_for_the_encoder() {
        assertThat(Bounds.exceeded(results(221, 131, 90, 90)))
                .containsExactly(
                        "native takes 2.21 times as long as the floor; the bound is 2.20",
                        "native holds 131 MB after its first answer; the bound is 130 MB");
    }

    @Test
    void cannot_be_checked_without_the_native_package() {
        assertThatThrownBy(() -> Bounds.requireCheckable(List.of("floor", "jvm")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("mvn package -Dnative");
    }

    @Test
    void compare_within_each_round() {
        var results = results(50, 50);
        results.add(round(1000, 500));
        results.add(round(10, 80));
        assertThat(results.ratio("words", "floor")).contains(0.5);
        assertThat(results.ratio("words", "python")).isEmpty();
    }
}
