package humeur.api;

import humeur.telemetry.Exchange;
import humeur.telemetry.Gauge;
import humeur.telemetry.Observer;
import humeur.telemetry.Started;
import humeur.telemetry.appinsights.ApplicationInsights;
import humeur.telemetry.appinsights.ConnectionString;
import humeur.telemetry.appinsights.InvalidConnectionStringException;
import humeur.telemetry.appinsights.Service;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Application Insights, if {@code APPLICATIONINSIGHTS_CONNECTION_STRING} says where it is. Without it nothing of it is even loaded.
 */
@Singleton
class Telemetry implements Observer {
    static final String CONNECTION_STRING = "applicationinsights.connection.string";
    static final String ROLE = "humeur.telemetry.role";

    private static final Logger LOG = Logger.getLogger(Telemetry.class);
    /** The Functions host gives 5 s from SIGTERM on. */
    private static final Duration END_WITHIN = Duration.ofMillis(4_500);

    private static final Duration END_AT_LEAST = Duration.ofMillis(300);

    private final Optional<ApplicationInsights> insights;
    private volatile long terminated;

    Telemetry(Config config, BuildInfo build, @All List<Gauge> gauges) {
        this.insights = setting(config, CONNECTION_STRING)
                .flatMap(value -> Connection.open(value, service(config, build), gauges));
        if (insights.isPresent()) {
            // Requests in flight are waited for first, which takes of the time that there is.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> terminated = System.nanoTime()));
        }
    }

    @Override
    public void answered(Exchange exchange) {
        if (insights.isPresent()) {
            insights.get().answered(exchange);
        }
    }

    @Override
    public void started(Started started) {
        if (insights.isPresent()) {
            insights.get().started(started);
        }
    }

    void end(@Observes ShutdownEvent event) {
        insights.ifPresent(known -> known.end(timeLeft()));
    }

    private Duration timeLeft() {
        long begin = terminated;
        if (begin == 0) {
            return END_WITHIN;
        }
        Duration left = END_WITHIN.minusNanos(System.nanoTime() - begin);
        return left.compareTo(END_AT_LEAST) < 0 ? END_AT_LEAST : left;
    }

    /** Behind the Functions host, the role is not the host's own, which is the site's name. */
    private static Service service(Config config, BuildInfo build) {
        boolean behindHost = setting(config, "functions.customhandler.port").isPresent()
                || setting(config, "functions.worker.runtime").isPresent();
        String role = setting(config, ROLE).orElse(behindHost ? "humeur-handler" : "humeur");
        String instance = setting(config, "website.instance.id")
                .or(() -> setting(config, "hostname"))
                .orElse("local");
        return new Service(role, instance, build.version(), build.commit(), behindHost);
    }

    private static Optional<String> setting(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    /** A class of its own, since a class is loaded together with the exceptions that it catches. */
    private static final class Connection {
        static Optional<ApplicationInsights> open(String value, Service service, List<Gauge> gauges) {
            try {
                return Optional.of(new ApplicationInsights(ConnectionString.parse(value), service, gauges));
            } catch (InvalidConnectionStringException e) {
                LOG.errorf("%s. No telemetry is sent.", e.getMessage());
                return Optional.empty();
            }
        }
    }
}
