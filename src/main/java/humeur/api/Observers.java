package humeur.api;

import humeur.telemetry.Exchange;
import humeur.telemetry.Observer;
import humeur.telemetry.Outcome;
import humeur.telemetry.Started;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells all observers of an exchange; what one of them throws stays here. */
@Singleton
class Observers {
    private static final Logger LOG = Logger.getLogger(Observers.class);

    private final List<Observer> observers;
    private final Observed observed;

    Observers(
            @All List<Observer> observers,
            @ConfigProperty(name = "humeur.telemetry.consumer-header") Optional<String> consumerHeader) {
        this.observers = observers;
        this.observed = new Observed(consumerHeader);
    }

    void answered(Begun begun, Request request, int status, Outcome outcome) {
        Exchange exchange = observed.exchange(begun, request, status, outcome);
        tell(observer -> observer.answered(exchange));
    }

    void started(Started started) {
        tell(observer -> observer.started(started));
    }

    private void tell(Consumer<Observer> event) {
        for (Observer observer : observers) {
            try {
                event.accept(observer);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s failed on an exchange", observer.getClass().getSimpleName());
            }
        }
    }
}
