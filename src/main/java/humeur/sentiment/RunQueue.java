package humeur.sentiment;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets so many threads run a model at a time and so many more wait, in the order in which they came. A model keeps a core
 * busy by itself: more runs than cores would only make each of them slower.
 */
public final class RunQueue {
    private final int concurrency;
    private final int capacity;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param concurrency the most runs at a time
     * @param capacity the most threads that wait
     */
    public RunQueue(int concurrency, int capacity) {
        if (concurrency < 1 || capacity < 0) {
            throw new IllegalArgumentException(
                    "%d runs at a time and %d that wait; there has to be at least one run, and no fewer than 0 can wait"
                            .formatted(concurrency, capacity));
        }
        this.concurrency = concurrency;
        this.capacity = capacity;
        turns = new Semaphore(concurrency, true);
    }

    /**
     * Does the work when it is its turn. Work whose caller has gone or whose deadline has passed by then is not begun.
     *
     * @throws OverloadException if too many wait already, or the deadline passed first
     * @throws AbandonedException if the caller has gone
     */
    public <T> T run(Deadline deadline, Supplier<T> work) {
        await(deadline);
        try {
            if (deadline.passed()) {
                throw late();
            }
            deadline.check();
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Threads that wait now. */
    public int waiting() {
        return waiting.get();
    }

    /** Threads that run a model now. */
    public int running() {
        return concurrency - turns.availablePermits();
    }

    public int concurrency() {
        return concurrency;
    }

    /** Threads whose place in the order is settled. */
    int queued() {
        return turns.getQueueLength();
    }

    private void await(Deadline deadline) {
        try {
            // Unlike tryAcquire(), this does not overtake those who wait.
            if (!turns.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                join(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
        }
    }

    private void join(Deadline deadline) throws InterruptedException {
        try {
            if (waiting.incrementAndGet() > capacity) {
                throw new OverloadException("%d requests wait already".formatted(capacity));
            }
            if (!turns.tryAcquire(deadline.remaining(), TimeUnit.NANOSECONDS)) {
                throw late();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static OverloadException late() {
        return new OverloadException("The deadline passed before it was the request's turn");
    }
}
