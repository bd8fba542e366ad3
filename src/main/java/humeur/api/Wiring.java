package humeur.api;

import humeur.feedback.FeedbackSettings;
import humeur.feedback.FeedbackStore;
import humeur.feedback.IssuedIds;
import humeur.sentiment.Manifest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    FeedbackSettings feedbackSettings(
            @ConfigProperty(name = "humeur.feedback.directory") Optional<String> directory,
            @ConfigProperty(name = "humeur.feedback.key") Optional<String> key,
            @ConfigProperty(name = "humeur.feedback.max-size", defaultValue = "64M") MemorySize maxSize) {
        return new FeedbackSettings(directory.map(Path::of), key, maxSize.asLongValue());
    }

    @Produces
    @Singleton
    IssuedIds issuedIds(FeedbackSettings settings) {
        return new IssuedIds(settings);
    }

    @Produces
    @Singleton
    FeedbackStore feedbackStore(FeedbackSettings settings) {
        return new FeedbackStore(settings);
    }

    void close(@Disposes FeedbackStore store) {
        store.close();
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
