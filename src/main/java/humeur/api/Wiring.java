package humeur.api;

import humeur.sentiment.Manifest;
import humeur.sentiment.ModelSlot;
import humeur.sentiment.Opening;
import humeur.telemetry.Started;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Hands the plain classes to CDI. */
class Wiring {
    private static final Logger LOG = Logger.getLogger(Models.class);

    @Produces
    @Singleton
    Models models() {
        return Models.begin();
    }

    /** Says at once what is served, or what keeps the service from being ready, not only when the first caller asks. */
    void report(@Observes StartupEvent started, Models models, Observers observers) {
        models.ready().whenComplete((slot, failure) -> {
            if (failure == null) {
                Manifest manifest = slot.manifest();
                LOG.infof(
                        "%s %s is open: %s",
                        manifest.name(), manifest.version(), slot.opening().orElseThrow());
                observers.started(started(slot));
            } else {
                LOG.errorf("No model is served: %s", Causes.first(failure).getMessage());
            }
        });
    }

    private static Started started(ModelSlot slot) {
        Manifest manifest = slot.manifest();
        Opening opening = slot.opening().orElseThrow();
        Instant now = Instant.now();
        Duration sinceExec =
                Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
        return new Started(
                manifest.name(), manifest.version(), opening.graph().plus(opening.verification()), sinceExec);
    }
}
