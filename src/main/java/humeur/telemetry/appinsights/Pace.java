package humeur.telemetry.appinsights;

import java.time.Duration;

/**
 * How fast the sender goes.
 *
 * @param linger how long a batch waits for more after its first envelope
 * @param firstRetry the wait before the first retry; it doubles with each
 * @param longestRetry the doubling ends there
 * @param quotaPause the wait after the quota is spent, unless the endpoint names another
 * @param connect the time that a connection may take
 * @param read the time that the endpoint may be silent
 * @param gauges the least time between two reports of the gauges
 */
record Pace(
        Duration linger,
        Duration firstRetry,
        Duration longestRetry,
        Duration quotaPause,
        Duration connect,
        Duration read,
        Duration gauges) {
    static final Pace NORMAL = new Pace(
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1));
}
