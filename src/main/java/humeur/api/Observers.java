package humeur.api;

import humeur.telemetry.Exchange;
import humeur.telemetry.Observer;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells all observers of an exchange; what one of them throws stays here. */
@Singleton
class Observers {
    private static final Logger LOG = Logger.getLogger(Observers.class);

    private final List<Observer> observers;

    Observers(@All List<Observer> observers) {
        this.observers = observers;
    }

    void answered(Exchange exchange) {
        for (Observer observer : observers) {
            try {
                observer.answered(exchange);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s failed on an exchange", observer.getClass().getSimpleName());
            }
        }
    }
}
