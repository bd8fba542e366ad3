package humeur.api;

import humeur.telemetry.Exchange;
import humeur.telemetry.Observer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what observers are told, then fails, which nobody must notice. */
@Singleton
class RecordingObserver implements Observer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();
    private volatile boolean recording;

    @Override
    public void answered(Exchange exchange) {
        if (recording) {
            exchanges.add(exchange);
            throw new IllegalStateException("This observer always fails");
        }
    }

    /** Forgets what came before. */
    void begin() {
        exchanges.clear();
        recording = true;
    }

    void end() {
        recording = false;
    }

    Exchange next() throws InterruptedException {
        Exchange exchange = exchanges.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (exchange == null) {
            throw new AssertionError("Nothing was observed");
        }
        return exchange;
    }

    List<Exchange> rest() {
        return List.copyOf(exchanges);
    }
}
