package humeur.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationHistogramTest {
    private static final double ERROR = 0.032;

    private final DurationHistogram histogram = new DurationHistogram();

    @Test
    void knowsNothingWithoutDurations() {
        assertThat(histogram.percentile(0.5)).isEmpty();
        assertThat(histogram.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 17, 31, 32, 100, 999, 1_000, 12_345, 1_000_000, 59_999_999, 3_600_000_000L})
    void keepsADurationToThreePercent(long micros) {
        histogram.add(Duration.ofNanos(micros * 1_000));
        double milliseconds = micros / 1e3;
        assertThat(histogram.percentile(0.5).orElseThrow()).isCloseTo(milliseconds, within(milliseconds * ERROR));
    }

    @Test
    void takesWhatIsOutOfItsRange() {
        histogram.add(Duration.ZERO);
        histogram.add(Duration.ofNanos(-5));
        histogram.add(Duration.ofDays(400));
        assertThat(histogram.total()).isEqualTo(3);
        assertThat(histogram.percentile(0.5).orElseThrow()).isLessThan(0.001);
    }

    @Test
    void findsThePercentilesOfASortedList() {
        Random random = new Random(7);
        double[] milliseconds =
                random.doubles(10_000).map(x -> Math.exp(8 * x) / 10).toArray();
        DurationHistogram half = new DurationHistogram();
        for (int i = 0; i < milliseconds.length; i++) {
            (i % 2 == 0 ? histogram : half).add(Duration.ofNanos((long) (milliseconds[i] * 1e6)));
        }
        histogram.add(half);
        Arrays.sort(milliseconds);
        for (double share : new double[] {0.01, 0.5, 0.9, 0.99, 0.999}) {
            double exact = milliseconds[(int) Math.ceil(share * milliseconds.length) - 1];
            assertThat(histogram.percentile(share).orElseThrow()).isCloseTo(exact, within(exact * ERROR));
        }
    }
}
