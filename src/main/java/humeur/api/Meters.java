package humeur.api;

import humeur.telemetry.Exchange;
import humeur.telemetry.Gauge;
import humeur.telemetry.Observer;
import humeur.telemetry.Predicted;
import humeur.telemetry.Started;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Counts for {@code /q/metrics}, under OpenTelemetry's names where it has one. Every label has few values, none of them a
 * caller's.
 */
@Singleton
class Meters implements Observer {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final MeterRegistry registry;

    Meters(MeterRegistry registry, @All List<Gauge> gauges) {
        this.registry = registry;
        for (Gauge gauge : gauges) {
            io.micrometer.core.instrument.Gauge.builder(gauge.name(), gauge, Gauge::value)
                    .description(gauge.description())
                    .register(registry);
        }
    }

    @Override
    public void answered(Exchange exchange) {
        Timer.builder("http.server.request.duration")
                .description("From a request's head to its answer")
                .tags(Tags.of(
                        "http.request.method",
                        exchange.method(),
                        "http.route",
                        exchange.route(),
                        "http.response.status_code",
                        Integer.toString(exchange.status())))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(exchange.duration());
        exchange.outcome().predictions().forEach(this::predicted);
        exchange.outcome().refusals().forEach(kind -> registry.counter("humeur.refusals", "error.type", kind)
                .increment());
    }

    @Override
    public void started(Started started) {
        keep("humeur.model.open.duration", started.open());
        keep("humeur.cold_start.duration", started.coldStart());
    }

    private void predicted(Predicted predicted) {
        Tags model = Tags.of("model.name", predicted.model(), "model.version", predicted.modelVersion());
        registry.counter(
                        "humeur.predictions",
                        model.and("sentiment.label", predicted.sentiment().label()))
                .increment();
        registry.counter("humeur.units", model).increment(predicted.units());
        registry.timer("humeur.tokenise.duration", model)
                .record(predicted.timing().tokenise());
        registry.timer("humeur.infer.duration", model).record(predicted.timing().infer());
    }

    private void keep(String name, Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        io.micrometer.core.instrument.Gauge.builder(name, () -> seconds)
                .baseUnit("seconds")
                .register(registry);
    }
}
