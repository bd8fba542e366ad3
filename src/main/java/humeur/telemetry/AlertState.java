package humeur.telemetry;

import java.time.Duration;

/** How near this instance is to alerting about negative texts; its own view, not that of other instances. */
public interface AlertState {
    /** Negative predictions within the window that ends now. */
    int negatives();

    /** As many negatives within the window raise the alert. */
    int threshold();

    Duration window();

    /** Whether an episode of negatives is going on. */
    boolean raised();
}
