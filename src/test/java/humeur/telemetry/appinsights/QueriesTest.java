package humeur.telemetry.appinsights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import humeur.sentiment.Sentiment;
import humeur.sentiment.Timing;
import humeur.telemetry.Exchange;
import humeur.telemetry.Origin;
import humeur.telemetry.Outcome;
import humeur.telemetry.Predicted;
import humeur.telemetry.Started;
import humeur.telemetry.TextFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The saved queries, run by a KQL engine on what an ingestion endpoint has collected. Needs Python 3.11 or newer, into whose
 * virtual environment under {@code target/} the engine is installed from {@code src/test/python/requirements.txt}.
 */
class QueriesTest {
    private static final Path PYTHON = Path.of("src", "test", "python");
    private static final Path QUERIES = Path.of("infra", "queries");
    private static final Path ENVIRONMENT = Path.of("target", "kql");

    private static JsonNode results;

    @BeforeAll
    static void run() throws Exception {
        Path envelopes = Path.of("target", "envelopes.ndjson");
        Files.write(envelopes, collected());
        Path python = ENVIRONMENT.resolve("bin/python").toAbsolutePath();
        Path installed = ENVIRONMENT.resolve("requirements.txt");
        Path wanted = PYTHON.resolve("requirements.txt");
        if (!Files.exists(installed) || Files.mismatch(installed, wanted) >= 0) {
            execute("python3", "-m", "venv", ENVIRONMENT.toString());
            execute(python.toString(), "-m", "pip", "install", "-q", "-r", wanted.toString());
            Files.copy(wanted, installed);
        }
        List<String> command = new ArrayList<>(
                List.of(python.toString(), PYTHON.resolve("queries.py").toString(), envelopes.toString()));
        try (Stream<Path> queries = Files.list(QUERIES)) {
            queries.filter(file -> file.toString().endsWith(".kql"))
                    .sorted()
                    .map(Path::toString)
                    .forEach(command::add);
        }
        results = new ObjectMapper().readTree(execute(command.toArray(String[]::new)));
    }

    @Test
    void trafficCountsAllButProbes() {
        assertThat(results.at("/traffic/0/predictions").asInt()).isEqualTo(3);
        assertThat(results.at("/traffic/0/units").asInt()).isEqualTo(6);
        assertThat(results.at("/traffic/0/consumer").asText()).isEqualTo("acme");
    }

    @Test
    void negativesAreAShareOfThePredictions() {
        assertThat(results.at("/negatives/0/negatives").asInt()).isEqualTo(2);
        assertThat(results.at("/negatives/0/percent").asDouble()).isEqualTo(66.7);
    }

    @Test
    void warningsNameThePredictions() {
        assertThat(results.path("warnings")).hasSize(3);
        assertThat(results.at("/warnings/0/prediction").asText()).hasSize(36);
    }

    @Test
    void errorsAreRefusalsByKindAndFailures() {
        assertThat(results.path("errors"))
                .extracting(
                        row -> row.path("reason").asText() + row.path("total").asInt())
                .containsExactlyInAnyOrder("blank_text2", "failed1", "java.lang.IllegalStateException1");
    }

    @Test
    void latencyIsThatOfTheModelAndTheWhole() {
        assertThat(results.at("/latency/0/operation").asText()).isEqualTo("POST /predict/batch");
        assertThat(results.at("/latency/0/infer_p50").asDouble()).isEqualTo(2);
        assertThat(results.at("/latency/0/total_p99").asDouble()).isEqualTo(5);
    }

    @Test
    void requestsAreCountedByOperationAndStatus() {
        assertThat(results.path("requests"))
                .extracting(row -> row.path("resultCode").asText() + ":"
                        + row.path("calls").asInt())
                .containsExactlyInAnyOrder("200:2", "503:1");
        assertThat(results.at("/requests/0/p50").asDouble()).isEqualTo(5);
    }

    @Test
    void coldStartsAreInMilliseconds() {
        assertThat(results.at("/cold-starts/0/name").asText()).isEqualTo("humeur.cold_start.duration");
        assertThat(results.at("/cold-starts/0/longest").asDouble()).isEqualTo(80);
    }

    /** What is sent of a batch with a refusal in it, of a probe, of a failure and of a start. */
    private static List<String> collected() throws Exception {
        try (IngestionEndpoint endpoint = IngestionEndpoint.start()) {
            ApplicationInsights insights = new ApplicationInsights(
                    ConnectionString.parse(endpoint.connectionString()),
                    new Service("humeur", "test", "0", "unknown", false),
                    List.of());
            insights.started(new Started("lr", "1.0.0", Duration.ofMillis(4), Duration.ofMillis(80)));
            insights.answered(exchange(
                    200,
                    false,
                    new Outcome(
                            List.of(
                                    predicted(Sentiment.NEGATIVE),
                                    predicted(Sentiment.NEGATIVE),
                                    predicted(Sentiment.POSITIVE)),
                            List.of("blank_text", "blank_text"))));
            insights.answered(exchange(200, true, new Outcome(List.of(predicted(Sentiment.NEGATIVE)), List.of())));
            insights.answered(exchange(
                    503, false, Outcome.refused("failed").because(new IllegalStateException("not to be told"))));
            insights.end(Duration.ofSeconds(20));
            assertThat(endpoint.taken().toString()).doesNotContain("not to be told");
            return endpoint.taken().stream().map(JsonNode::toString).toList();
        }
    }

    private static Exchange exchange(int status, boolean synthetic, Outcome outcome) {
        Origin origin = new Origin("r", Optional.of("acme"), Optional.empty(), Optional.empty(), synthetic);
        return new Exchange("POST", "/predict/batch", status, Instant.now(), Duration.ofMillis(5), origin, outcome);
    }

    private static Predicted predicted(Sentiment sentiment) {
        return new Predicted(
                UUID.randomUUID(),
                "lr",
                "1.0.0",
                "0".repeat(64),
                sentiment,
                sentiment == Sentiment.NEGATIVE ? 0.1f : 0.9f,
                TextFeatures.of("so so"),
                Optional.empty(),
                2,
                2,
                2,
                false,
                new Timing(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    private static String execute(String... command) throws IOException, InterruptedException {
        Path errors = Path.of("target", "kql-errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError("%s failed:%n%s".formatted(String.join(" ", command), Files.readString(errors)));
        }
        return output;
    }
}
