package humeur.training.bert;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long training end with a checkpoint when the process is asked to end (Ctrl-C, SIGTERM): the process then waits
 * until that is written.
 */
public final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean asked;

    /** A signal that the end of the process gives. */
    public static StopSignal atShutdown() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::askAndWait, "stop training"));
        return signal;
    }

    public void ask() {
        asked = true;
    }

    boolean asked() {
        return asked;
    }

    private void askAndWait() {
        ask();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that all is written. */
    @Override
    public void close() {
        ended.countDown();
    }
}
