package humeur.sentiment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long a caller's answer is worth working for: until a moment passes, or until the caller has gone. */
public final class Deadline {
    /** For callers who wait as long as it takes. */
    public static final Deadline NONE = after(Duration.ofDays(1), () -> false);

    private final long end;
    private final BooleanSupplier abandoned;

    private Deadline(long end, BooleanSupplier abandoned) {
        this.end = end;
        this.abandoned = requireNonNull(abandoned, "abandoned is null");
    }

    /**
     * A deadline that lies so far in the future.
     *
     * @param abandoned whether the caller has gone meanwhile
     */
    public static Deadline after(Duration duration, BooleanSupplier abandoned) {
        return new Deadline(System.nanoTime() + duration.toNanos(), abandoned);
    }

    /** Nanoseconds that are left; not positive once it has passed. */
    long remaining() {
        return end - System.nanoTime();
    }

    boolean passed() {
        return this != NONE && remaining() <= 0;
    }

    /**
     * To be called before each piece of work.
     *
     * @throws DeadlineException if it has passed
     * @throws AbandonedException if the caller has gone
     */
    public void check() {
        if (abandoned.getAsBoolean()) {
            throw new AbandonedException();
        }
        if (passed()) {
            throw new DeadlineException();
        }
    }
}
