package humeur.benchmark.telemetry;

import humeur.benchmark.candidate.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One endpoint of each behaviour, and a service for each of them beside two without telemetry. */
final class Endpoints implements AutoCloseable {
    static final String OFF = "off";
    static final String OFF_AGAIN = "off-again";
    static final String HEALTHY = "healthy";
    static final String REFUSING = "refusing";
    static final String SILENT = "silent";
    static final String FAILING = "failing";

    /** Those that must not be felt. */
    static final List<String> BAD = List.of(REFUSING, SILENT, FAILING);

    /** After this a failing endpoint answers. */
    static final Duration DELAY = Duration.ofSeconds(2);

    private static final String VARIABLE = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private static final List<String> SEEN = List.of(HEALTHY, SILENT, FAILING);

    private final Map<String, IngestionEndpoint> endpoints = new LinkedHashMap<>();

    Endpoints() {
        endpoints.put(HEALTHY, new AnsweringEndpoint(200, Duration.ZERO));
        endpoints.put(REFUSING, new RefusingEndpoint());
        endpoints.put(SILENT, new SilentEndpoint());
        endpoints.put(FAILING, new AnsweringEndpoint(500, DELAY));
    }

    /** The two without telemetry lie apart, as any two others do. */
    List<Candidate> candidates(Candidate service) {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(service.named(OFF).with(VARIABLE, ""));
        endpoints.forEach((name, endpoint) -> candidates.add(service.named(name).with(VARIABLE, connection(endpoint))));
        candidates.add(3, service.named(OFF_AGAIN).with(VARIABLE, ""));
        return List.copyOf(candidates);
    }

    /** How often the endpoint of that name has been asked; empty for those that cannot tell. */
    Optional<Integer> asked(String candidate) {
        return SEEN.contains(candidate) ? Optional.of(endpoints.get(candidate).asked()) : Optional.empty();
    }

    /** @throws UntouchedEndpointException if no service has taken notice of one that can tell */
    void requireTouched() {
        List<String> untouched =
                SEEN.stream().filter(name -> endpoints.get(name).asked() == 0).toList();
        if (!untouched.isEmpty()) {
            throw new UntouchedEndpointException(untouched);
        }
    }

    private static String connection(IngestionEndpoint endpoint) {
        return "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=http://127.0.0.1:%d/"
                .formatted(endpoint.port());
    }

    @Override
    public void close() {
        endpoints.values().forEach(IngestionEndpoint::close);
    }
}
