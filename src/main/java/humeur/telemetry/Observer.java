package humeur.telemetry;

/**
 * Hears of each exchange once its answer has gone.
 *
 * <p>It is called on the event loop, so it hands work on instead of doing it; what it throws is logged, and neither the
 * caller nor another observer notices.
 */
@FunctionalInterface
public interface Observer {
    void answered(Exchange exchange);

    /** Hears once that the default model is open. */
    default void started(Started started) {}
}
