package humeur.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunQueueTest {
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() throws Exception {
        release.countDown();
        callers.shutdown();
        assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void neverRunsMoreAtATimeThanItMay() throws Exception {
        RunQueue queue = new RunQueue(3, 100);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            results.add(callers.submit(() -> queue.run(Deadline.NONE, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
                return number;
            })));
        }
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).get()).isEqualTo(i);
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(queue.running()).isZero();
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void refusesWhatIsOneTooManyAtOnce() throws Exception {
        RunQueue queue = new RunQueue(1, 1);
        occupy(queue);
        Future<String> waiting = callers.submit(() -> queue.run(Deadline.NONE, () -> "done"));
        await(queue, 1);

        assertThatThrownBy(() -> queue.run(Deadline.NONE, () -> "never")).isInstanceOf(OverloadException.class);

        release.countDown();
        assertThat(waiting.get()).isEqualTo("done");
    }

    @Test
    void givesUpWaitingWhenTheDeadlinePasses() throws Exception {
        RunQueue queue = new RunQueue(1, 1);
        occupy(queue);
        Deadline soon = Deadline.after(Duration.ofMillis(20), () -> false);

        assertThatThrownBy(() -> queue.run(soon, () -> "never")).isInstanceOf(OverloadException.class);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void doesNotBeginWorkThatNobodyWaitsForAnyMore() throws Exception {
        RunQueue queue = new RunQueue(1, 1);
        occupy(queue);
        AtomicBoolean gone = new AtomicBoolean();
        AtomicBoolean worked = new AtomicBoolean();
        Future<Boolean> abandoned = callers.submit(
                () -> queue.run(Deadline.after(Duration.ofDays(1), gone::get), () -> worked.getAndSet(true)));
        await(queue, 1);
        gone.set(true);
        release.countDown();

        assertThatThrownBy(abandoned::get).hasCauseInstanceOf(AbandonedException.class);
        assertThat(worked).isFalse();
    }

    @Test
    void servesThoseWhoWaitInTheirOrder() throws Exception {
        RunQueue queue = new RunQueue(1, 10);
        occupy(queue);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 10; i++) {
            int number = i;
            callers.submit(() -> queue.run(Deadline.NONE, () -> order.add(number)));
            await(queue, i + 1);
        }
        release.countDown();
        callers.shutdown();
        assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void goesOnAfterWorkThatFailed() {
        RunQueue queue = new RunQueue(1, 0);
        assertThatThrownBy(() -> queue.run(Deadline.NONE, () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(queue.<String>run(Deadline.NONE, () -> "next")).isEqualTo("next");
    }

    @Test
    void needsRoomForOneRun() {
        assertThatThrownBy(() -> new RunQueue(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunQueue(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void occupy(RunQueue queue) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        callers.submit(() -> queue.run(Deadline.NONE, () -> {
            begun.countDown();
            try {
                return release.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        begun.await();
    }

    private static void await(RunQueue queue, int waiting) throws InterruptedException {
        while (queue.queued() < waiting) {
            Thread.sleep(1);
        }
    }
}
