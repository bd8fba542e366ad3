package humeur.telemetry.appinsights;

import humeur.telemetry.Exchange;
import humeur.telemetry.Gauge;
import humeur.telemetry.Observer;
import humeur.telemetry.Predicted;
import humeur.telemetry.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells Application Insights of the service's work. Does nothing, and has no thread, until there is something to tell. */
public final class ApplicationInsights implements Observer {
    private static final int TEXT_PER_ENVELOPE = 1_024;

    private final Telling telling;
    private final Sender sender;
    private final List<Gauge> gauges;

    /** @param gauges are reported along with other telemetry, once a minute at most */
    public ApplicationInsights(ConnectionString connection, Service service, List<Gauge> gauges) {
        this(connection, service, gauges, Pace.NORMAL);
    }

    ApplicationInsights(ConnectionString connection, Service service, List<Gauge> gauges, Pace pace) {
        this.gauges = List.copyOf(gauges);
        this.telling = new Telling(
                new EnvelopeWriter(connection.instrumentationKey(), tags(service)),
                service.commit(),
                !service.behindHost());
        this.sender = new Sender(
                new Track(connection.track(), pace),
                pace,
                this::sampled,
                dropped -> telling.dropped(dropped, Instant.now()));
    }

    @Override
    public void answered(Exchange exchange) {
        int weight = telling.count(exchange) + texts(exchange) / TEXT_PER_ENVELOPE;
        if (weight > 0) {
            sender.send(new Told(weight, () -> telling.exchange(exchange)));
        }
    }

    @Override
    public void started(Started started) {
        Instant now = Instant.now();
        sender.send(new Told(2, () -> telling.started(started, now)));
    }

    /** Sends what waits and returns, after {@code limit} at the latest. */
    public void end(Duration limit) {
        sender.end(limit);
    }

    private List<byte[]> sampled() {
        Instant now = Instant.now();
        return Stream.concat(
                        gauges.stream().map(gauge -> telling.metric(gauge.name(), gauge.value(), now, Map.of())),
                        Stream.of(telling.metric("humeur.telemetry.waiting", sender.waiting(), now, Map.of())))
                .toList();
    }

    private static int texts(Exchange exchange) {
        return exchange.outcome().predictions().stream()
                .map(Predicted::text)
                .flatMap(Optional::stream)
                .mapToInt(String::length)
                .sum();
    }

    private static Map<String, String> tags(Service service) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("ai.cloud.role", service.role());
        tags.put("ai.cloud.roleInstance", service.instance());
        tags.put("ai.application.ver", service.version());
        tags.put("ai.internal.sdkVersion", "humeur:" + service.version());
        return tags;
    }

    private record Told(int weight, Supplier<List<byte[]>> content) implements Item {
        @Override
        public List<byte[]> envelopes() {
            return content.get();
        }
    }
}
