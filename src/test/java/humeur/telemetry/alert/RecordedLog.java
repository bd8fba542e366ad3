package humeur.telemetry.alert;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Keeps what is logged. */
final class RecordedLog extends Handler {
    private static final long PATIENCE_MS = 60_000;

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
        // JBoss's own records hold the arguments beside a format of printf's kind.
        boolean printf = entry instanceof org.jboss.logmanager.ExtLogRecord;
        messages.add(
                printf
                        ? ((org.jboss.logmanager.ExtLogRecord) entry).getFormattedMessage()
                        : formatter.formatMessage(entry));
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    void awaitLines(int lines) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (messages.size() < lines && System.currentTimeMillis() < end) {
            Thread.sleep(20);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
