package humeur.telemetry.alert;

import static humeur.sentiment.Sentiment.NEGATIVE;
import static humeur.sentiment.Sentiment.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import humeur.telemetry.Exchanges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which of the predictions count, and that nothing but the time between them does. */
class NegativeAlertTest {
    private static final AlertSettings SETTINGS =
            new AlertSettings(3, Duration.ofMinutes(5), Optional.empty(), List.of());

    private final AtomicLong nanoTime = new AtomicLong();
    private final List<Alert> alerts = new ArrayList<>();
    private final NegativeAlert alert = new NegativeAlert(SETTINGS, nanoTime::get, alerts::add);

    @Test
    void saysHowNearItIs() {
        alert.answered(Exchanges.of(Instant.EPOCH, false, NEGATIVE, POSITIVE, NEGATIVE));
        assertThat(alert.negatives()).isEqualTo(2);
        assertThat(alert.threshold()).isEqualTo(3);
        assertThat(alert.window()).isEqualTo(Duration.ofMinutes(5));
        assertThat(alert.raised()).isFalse();
    }

    @Test
    void countsEachItemOfABatch() {
        alert.answered(Exchanges.of(Instant.EPOCH, false, NEGATIVE, NEGATIVE, POSITIVE, NEGATIVE, NEGATIVE));
        assertThat(alerts).hasSize(1);
        assertThat(alert.raised()).isTrue();
        assertThat(alerts.get(0).model()).isEqualTo("tiny@1.0.0");
    }

    @Test
    void leavesOutProbesAndLoadTests() {
        alert.answered(Exchanges.of(Instant.EPOCH, true, NEGATIVE, NEGATIVE, NEGATIVE));
        assertThat(alerts).isEmpty();
        assertThat(alert.negatives()).isZero();
    }

    @Test
    void takesNoNoticeOfTheWallClock() {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            Timeline timeline = Timeline.random(random, SETTINGS.window());
            List<Integer> begun = new ArrayList<>();
            NegativeAlert fresh = new NegativeAlert(SETTINGS, nanoTime::get, alerts::add);
            alerts.clear();
            long start = random.nextLong();
            for (int j = 0; j < timeline.times().size(); j++) {
                nanoTime.set(start + timeline.times().get(j) * 1_000);
                Instant jumping = Instant.ofEpochSecond(random.nextInt());
                int before = alerts.size();
                fresh.answered(Exchanges.of(jumping, false, NEGATIVE));
                if (alerts.size() > before) {
                    begun.add(j);
                }
            }
            assertThat(begun).isEqualTo(timeline.episodes(3, SETTINGS.window()));
        }
    }

    @Test
    void beginsAnEpisodeOnceHoweverManyThreadsTellIt() throws Exception {
        List<Thread> threads = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        AtomicLong begun = new AtomicLong();
        NegativeAlert shared = new NegativeAlert(SETTINGS, System::nanoTime, raised -> begun.incrementAndGet());
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int j = 0; j < 100; j++) {
                    shared.answered(Exchanges.of(Instant.EPOCH, false, NEGATIVE));
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(begun).hasValue(1);
        assertThat(shared.negatives()).isEqualTo(800);
    }

    @Test
    void writesWhatIsKnownWithoutTheTexts() {
        Alert raised = new Alert(3, Duration.ofMinutes(5), Instant.parse("2026-01-02T03:04:05.678Z"), "tiny@1.0.0");
        assertThat(raised.subject()).isEqualTo("Humeur: 3 negative texts in less than 5 minutes");
        assertThat(raised.text()).isEqualTo("""
                3 negative texts in less than 5 minutes, the last at 2026-01-02T03:04:05Z by the model tiny@1.0.0.

                This is what one instance of Humeur has seen; others may have seen more. Its texts are not kept.
                While this goes on no further mail comes; it ends when 5 minutes have passed without as many.
                """);
    }
}
