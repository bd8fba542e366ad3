package humeur.api;

import humeur.feedback.FeedbackSettings;
import humeur.feedback.FeedbackStore;
import humeur.feedback.IssuedIds;
import humeur.sentiment.Manifest;
import humeur.sentiment.ModelSlot;
import humeur.sentiment.Opening;
import humeur.sentiment.RunQueue;
import humeur.telemetry.Gauge;
import humeur.telemetry.Started;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    RunQueue queue(InferenceSettings set) {
        InferenceSettings settings = InferenceSettings.checked(set);
        return new RunQueue(
                settings.concurrency().orElseGet(Runtime.getRuntime()::availableProcessors), settings.queue());
    }

    @Produces
    @Singleton
    Gauge queueDepth(RunQueue queue) {
        return Gauge.of("humeur.queue.depth", "Requests that wait for a model", queue::waiting);
    }

    @Produces
    @Singleton
    Gauge saturation(RunQueue queue) {
        return Gauge.of(
                "humeur.queue.saturation",
                "Share of the model runs allowed at a time that are going on, 0 to 1",
                () -> (double) queue.running() / queue.concurrency());
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
    void report(@Observes StartupEvent started, Models models, Observers observers) {
        models.ready().thenAccept(slot -> observers.started(started(slot)));
        models.known().whenComplete((catalog, failure) -> {
            if (failure == null) {
                catalog.slots().forEach(Wiring::report);
            } else {
                LOG.errorf("No model is served: %s", Causes.first(failure).getMessage());
            }
        });
    }

    private static void report(ModelSlot slot) {
        String model = slot.manifest().name() + " " + slot.manifest().version();
        slot.opened().whenComplete((open, failure) -> {
            if (failure == null) {
                LOG.infof("%s is open: %s", model, slot.opening().orElseThrow());
            } else {
                LOG.errorf("%s is not served: %s", model, Causes.first(failure).getMessage());
            }
        });
        slot.confirmed().whenComplete((nothing, failure) -> {
            if (failure != null && slot.opening().isPresent()) {
                LOG.errorf(
                        "%s is no longer served: %s",
                        model, Causes.first(failure).getMessage());
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
