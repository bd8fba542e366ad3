package humeur.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import humeur.sentiment.Sentiment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LastHourTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:30Z");

    private final Time time = new Time();
    private final LastHour lastHour = new LastHour(time);

    @Test
    void isEmptyAtFirst() {
        Snapshot snapshot = lastHour.snapshot();
        assertThat(snapshot.predictions()).isZero();
        assertThat(snapshot.duration(0.5)).isEmpty();
        assertThat(snapshot.minutes()).hasSize(60);
        assertThat(snapshot.started()).isEqualTo(START);
    }

    @Test
    void countsEachPredictionOfABatchAndItsDurationOnce() {
        lastHour.answered(exchange(false, Duration.ofMillis(40), Sentiment.NEGATIVE, Sentiment.POSITIVE));
        Snapshot snapshot = lastHour.snapshot();
        assertThat(snapshot.predictions()).isEqualTo(2);
        assertThat(snapshot.negatives()).isEqualTo(1);
        assertThat(snapshot.exchanges()).isEqualTo(1);
        assertThat(snapshot.duration(0.99).orElseThrow()).isCloseTo(40, within(1.3));
        assertThat(snapshot.minutes().get(59)).isEqualTo(new LastHour.Count(2, 1));
    }

    @Test
    void forgetsAMinuteAfterAnHour() {
        lastHour.answered(exchange(false, Duration.ofMillis(1), Sentiment.NEGATIVE));
        time.pass(Duration.ofMinutes(59));
        lastHour.answered(exchange(false, Duration.ofMillis(1), Sentiment.POSITIVE));
        assertThat(lastHour.snapshot().minutes().get(0)).isEqualTo(new LastHour.Count(1, 1));
        assertThat(lastHour.snapshot().predictions()).isEqualTo(2);
        time.pass(Duration.ofMinutes(1));
        assertThat(lastHour.snapshot().predictions()).isEqualTo(1);
        lastHour.answered(exchange(false, Duration.ofMillis(1), Sentiment.POSITIVE));
        assertThat(lastHour.snapshot().negatives()).isZero();
        assertThat(lastHour.snapshot().predictions()).isEqualTo(2);
        time.pass(Duration.ofDays(2));
        assertThat(lastHour.snapshot().predictions()).isZero();
    }

    @Test
    void leavesOutProbesAndWhatPredictedNothing() {
        lastHour.answered(exchange(true, Duration.ofMillis(1), Sentiment.NEGATIVE));
        lastHour.answered(exchange(false, Duration.ofMillis(1)));
        assertThat(lastHour.snapshot().exchanges()).isZero();
        assertThat(lastHour.snapshot().predictions()).isZero();
    }

    private static Exchange exchange(boolean synthetic, Duration duration, Sentiment... sentiments) {
        return Exchanges.of(START, duration, synthetic, sentiments);
    }

    private static final class Time extends Clock {
        private Instant now = START;

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
