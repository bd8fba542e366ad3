package humeur.api;

import humeur.sentiment.Manifest;
import humeur.sentiment.RunQueue;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Hands the plain classes to CDI. */
class Wiring {
    private static final Logger LOG = Logger.getLogger(Models.class);

    @Produces
    @Singleton
    Models models() {
        return Models.begin();
    }

    @Produces
    @Singleton
    RunQueue queue(InferenceSettings settings) {
        return new RunQueue(
                settings.concurrency().orElseGet(Runtime.getRuntime()::availableProcessors), settings.queue());
    }

    /** Says at once what is served, or what keeps the service from being ready, not only when the first caller asks. */
    void report(@Observes StartupEvent started, Models models) {
        models.ready().whenComplete((slot, failure) -> {
            if (failure == null) {
                Manifest manifest = slot.manifest();
                LOG.infof(
                        "%s %s is open: %s",
                        manifest.name(), manifest.version(), slot.opening().orElseThrow());
            } else {
                LOG.errorf("No model is served: %s", Causes.first(failure).getMessage());
            }
        });
    }
}
