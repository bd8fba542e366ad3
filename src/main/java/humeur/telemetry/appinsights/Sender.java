package humeur.telemetry.appinsights;

import humeur.telemetry.appinsights.Reply.Accepted;
import humeur.telemetry.appinsights.Reply.Later;
import humeur.telemetry.appinsights.Reply.Partial;
import humeur.telemetry.appinsights.Reply.QuotaSpent;
import humeur.telemetry.appinsights.Reply.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Sends items in batches, on a daemon thread that starts with the first of them.
 *
 * <p>Whoever hands over an item never waits. Until the endpoint takes a batch it is sent again and again, and what comes
 * meanwhile is kept up to {@link #CAPACITY} envelopes; what is beyond is dropped, counted, and reported as soon as the endpoint
 * takes something. An envelope arrives twice only if the connection died after the batch had been written.
 */
final class Sender {
    /** The most envelopes that wait. One weighs about a kilobyte at most. */
    static final int CAPACITY = 8_192;

    private static final Logger LOG = Logger.getLogger("humeur.telemetry");
    private static final int BATCH = 500;
    private static final Duration RETRY_WHEN_ENDING = Duration.ofMillis(200);

    private final Track track;
    private final Pace pace;
    private final Buffer buffer = new Buffer(CAPACITY);
    private final BackOff backOff;
    private final Supplier<List<byte[]>> sampled;
    private final LongFunction<List<byte[]>> report;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean abandoned;
    private boolean failing;
    private long nextSample = System.nanoTime();

    /**
     * @param sampled envelopes that go along with a batch from time to time
     * @param report says that so many were dropped
     */
    Sender(Track track, Pace pace, Supplier<List<byte[]>> sampled, LongFunction<List<byte[]>> report) {
        this.track = track;
        this.pace = pace;
        this.backOff = new BackOff(pace);
        this.sampled = sampled;
        this.report = report;
    }

    void send(Item item) {
        buffer.add(item);
        if (begun.compareAndSet(false, true)) {
            Thread thread = new Thread(this::run, "telemetry");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Sends what there is without further ado, and gives up after a while. */
    void end(Duration limit) {
        if (!begun.get()) {
            return;
        }
        ending.countDown();
        buffer.end();
        try {
            if (!ended.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                abandoned = true;
                LOG.warnf("The service ends with telemetry unsent, as its endpoint did not take it within %s", limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int waiting() {
        return buffer.weight();
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }

    private void run() {
        try {
            while (!abandoned && (!isEnding() || !buffer.isEmpty())) {
                List<byte[]> batch = rendered(buffer.take(BATCH, isEnding() ? Duration.ZERO : pace.linger()));
                if (!batch.isEmpty()) {
                    batch.addAll(sample());
                    deliver(batch);
                    reportDropped();
                }
            }
        } catch (InterruptedException e) { // Nobody does this; the thread is a daemon.
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private List<byte[]> rendered(List<Item> items) {
        List<byte[]> envelopes = new ArrayList<>();
        for (Item item : items) {
            try {
                envelopes.addAll(item.envelopes());
            } catch (RuntimeException e) { // One broken item must not end the thread.
                buffer.drop(item.weight());
                LOG.warnf(
                        "An item of telemetry could not be written (%s)",
                        e.getClass().getName());
            }
        }
        return envelopes;
    }

    private List<byte[]> sample() {
        if (System.nanoTime() < nextSample) {
            return List.of();
        }
        nextSample = System.nanoTime() + pace.gauges().toNanos();
        try {
            return sampled.get();
        } catch (RuntimeException e) { // Nor must a broken gauge.
            LOG.warnf("The gauges could not be read (%s)", e.getClass().getName());
            return List.of();
        }
    }

    private void reportDropped() throws InterruptedException {
        if (failing) {
            return;
        }
        long dropped = buffer.takeDropped();
        if (dropped > 0) {
            LOG.warnf("%d items of telemetry were dropped", dropped);
            deliver(report.apply(dropped));
        }
    }

    /** Returns when the batch was taken, or given up. */
    private void deliver(List<byte[]> envelopes) throws InterruptedException {
        List<byte[]> batch = envelopes;
        while (!abandoned) {
            Reply reply = track.post(batch);
            if (reply instanceof Accepted) {
                recovered();
                return;
            } else if (reply instanceof Partial partial) {
                recovered();
                buffer.drop(partial.refused());
                batch = partial.again().stream().distinct().map(batch::get).toList();
                if (batch.isEmpty()) {
                    return;
                }
                pause(backOff.next(Optional.empty()));
            } else if (reply instanceof Refused refused) {
                failed("it refused a batch for good, status " + refused.status());
                buffer.drop(batch.size());
                return;
            } else if (reply instanceof QuotaSpent quota) {
                failed("its quota is spent, status " + quota.status());
                buffer.drop(batch.size());
                pause(quota.after().orElse(pace.quotaPause()));
                return;
            } else {
                Later later = (Later) reply;
                failed(later.reason());
                pause(backOff.next(later.after()));
            }
        }
    }

    /** Waits, or much less once the service is ending. */
    private void pause(Duration duration) throws InterruptedException {
        if (isEnding()) {
            Thread.sleep(Math.min(RETRY_WHEN_ENDING.toMillis(), duration.toMillis()));
        } else {
            ending.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void failed(String reason) {
        if (!failing) {
            failing = true;
            LOG.warnf(
                    "Application Insights does not take telemetry (%s); up to %d envelopes are kept", reason, CAPACITY);
        }
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOG.info("Application Insights takes telemetry again");
        }
        backOff.reset();
    }
}
