package humeur.telemetry.appinsights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Items that wait to be sent, bounded by their weight. Adding never waits; what does not fit is counted and dropped. */
final class Buffer {
    /** Wakes the sender's thread to see that it has to end. */
    private static final Item END = new Item() {
        @Override
        public int weight() {
            return 0;
        }

        @Override
        public List<byte[]> envelopes() {
            return List.of();
        }
    };

    private final int capacity;
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final AtomicInteger weight = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();

    Buffer(int capacity) {
        this.capacity = capacity;
    }

    void add(Item item) {
        if (weight.addAndGet(item.weight()) > capacity) {
            weight.addAndGet(-item.weight());
            dropped.addAndGet(item.weight());
        } else {
            items.add(item);
        }
    }

    /** Waits for an item, then for as long as a batch lingers for more, up to about {@code most} envelopes. */
    List<Item> take(int most, Duration linger) throws InterruptedException {
        List<Item> taken = new ArrayList<>();
        Item item = items.take();
        long end = System.nanoTime() + linger.toNanos();
        int heavy = 0;
        while (item != null && item != END) {
            taken.add(item);
            heavy += item.weight();
            weight.addAndGet(-item.weight());
            item = heavy < most ? items.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS) : null;
        }
        return taken;
    }

    /** Has the current and every later {@link #take} return what there is, at once. */
    void end() {
        items.add(END);
    }

    boolean isEmpty() {
        return weight.get() == 0;
    }

    /** Counts what was given up elsewhere. */
    void drop(long envelopes) {
        dropped.addAndGet(envelopes);
    }

    /** How many have been dropped since this was asked last. */
    long takeDropped() {
        return dropped.getAndSet(0);
    }

    /** How many wait now. */
    int weight() {
        return weight.get();
    }
}
