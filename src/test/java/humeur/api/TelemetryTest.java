package humeur.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import humeur.telemetry.appinsights.IngestionEndpoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service tells Application Insights, Prometheus and its callers of its work, and what it never tells. */
@QuarkusTest
@QuarkusTestResource(value = CollectingEndpoint.class, restrictToAnnotatedClass = true)
class TelemetryTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CANARY = "zanary";

    IngestionEndpoint endpoint;

    @BeforeEach
    void forget() throws InterruptedException {
        Thread.sleep(1_000); // What a test before has left.
        endpoint.forget();
    }

    @Test
    void aPredictionIsAnEventAndARequest() throws Exception {
        String id = given().contentType("application/json")
                .header("X-Request-Id", "mine-1")
                .header("X-Consumer", "acme")
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .body(Map.of("text", "I loved it!! 😀 www.example.com"))
                .post("/predict")
                .then()
                .header("X-Request-Id", "mine-1")
                .header("Server-Timing", matchesPattern("tokenise;dur=[0-9.]+, infer;dur=[0-9.]+, total;dur=[0-9.]+"))
                .extract()
                .path("id");
        endpoint.await(taken -> taken.taken("EventData").size() == 1
                && taken.taken("RequestData").size() == 1);
        JsonNode event = endpoint.taken("EventData").get(0);
        JsonNode data = event.at("/data/baseData");
        assertThat(data.path("name").asText()).isEqualTo("SentimentPredicted");
        JsonNode properties = data.path("properties");
        assertThat(properties.path("prediction.id").asText()).isEqualTo(id);
        assertThat(properties.path("sentiment.label").asText()).isEqualTo("Positive");
        assertThat(properties.path("consumer.id").asText()).isEqualTo("acme");
        assertThat(properties.path("request.id").asText()).isEqualTo("mine-1");
        assertThat(properties.path("synthetic").asText()).isEqualTo("false");
        assertThat(properties.path("model.sha256").asText()).hasSize(64);
        JsonNode measured = data.path("measurements");
        assertThat(measured.path("text.length").asInt()).isEqualTo(30);
        assertThat(measured.path("text.words").asInt()).isEqualTo(5);
        assertThat(measured.path("text.emoji").asInt()).isEqualTo(1);
        assertThat(measured.path("text.exclamation_marks").asInt()).isEqualTo(2);
        assertThat(measured.path("text.links").asInt()).isEqualTo(1);
        assertThat(measured.path("duration.total_ms").asDouble()).isPositive();
        JsonNode request = endpoint.taken("RequestData").get(0);
        assertThat(request.at("/data/baseData/name").asText()).isEqualTo("POST /predict");
        assertThat(request.at("/data/baseData/responseCode").asText()).isEqualTo("200");
        assertThat(request.path("tags").path("ai.operation.id").asText()).isEqualTo(TRACE);
        assertThat(event.path("tags").path("ai.operation.id").asText()).isEqualTo(TRACE);
        assertThat(event.path("tags").path("ai.operation.parentId").asText())
                .isEqualTo(request.at("/data/baseData/id").asText());
    }

    @Test
    void eachItemOfABatchIsAnEventEachNegativeAWarningEachKindOfRefusalAnEvent() throws Exception {
        given().contentType("application/json")
                .body("{\"texts\": [\"I love it\", \"I hate it\", \"\", \"\", \"I hate this, so sad\", 7]}")
                .post("/predict/batch")
                .then()
                .statusCode(200);
        endpoint.await(taken -> taken.taken("EventData").size() == 5);
        assertThat(endpoint.taken("MessageData")).hasSize(2).allSatisfy(warning -> assertThat(
                        warning.at("/data/baseData/severityLevel").asText())
                .isEqualTo("Warning"));
        assertThat(endpoint.taken("EventData"))
                .extracting(event ->
                        event.at("/data/baseData/properties/error.type").asText()
                                + event.at("/data/baseData/measurements/count").asText())
                .containsExactlyInAnyOrder("", "", "", "blank_text2.0", "string_type1.0");
        assertThat(endpoint.taken("RequestData")).hasSize(1);
    }

    @Test
    void everyAnswerHasAnIdAndATiming() {
        for (String path : List.of("/", "/models", "/nothing", "/q/health/ready", "/q/metrics", "/openapi.json")) {
            given().header("X-Request-Id", "not safe: <b>")
                    .get(path)
                    .then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                    .header("Server-Timing", containsString("total;dur="));
        }
        given().header("X-Request-Id", "a".repeat(65)).get("/").then().header("X-Request-Id", not(is("a".repeat(65))));
        given().contentType("application/json")
                .body("x".repeat(ContractCases.MAX_BODY + 1))
                .post("/predict")
                .then()
                .statusCode(413)
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    @Test
    void prometheusGetsTheCounts() throws InterruptedException {
        given().contentType("application/json")
                .body(Map.of("text", "I hate it"))
                .post("/predict");
        // Observers hear of an exchange once its answer has gone.
        for (int i = 0; i < 100 && !metrics().contains("sentiment_label=\"Negative\""); i++) {
            Thread.sleep(50);
        }
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("humeur_predictions_total{"))
                .body(containsString("sentiment_label=\"Negative\""))
                .body(containsString("http_server_request_duration_seconds_count{"))
                .body(containsString("humeur_cold_start_duration_seconds"));
    }

    /** Ten thousand texts, each in a place where a caller can put one. */
    @Test
    void noTextIsFoundAnywhere() throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = recording(logged);
        Logger.getLogger("").addHandler(handler);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        StringBuilder answers = new StringBuilder();
        try {
            for (int i = 0; i < 10_000; ) {
                String text = "I hate " + CANARY + i + ", so sad";
                // The default model, BERT, takes ten times as long; a fifth is enough to see that it keeps a text to
                // itself.
                String model = i % 5 == 0 ? "null" : "\"logistic-regression\"";
                String url = "http://localhost:" + RestAssured.port;
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/predict/"))
                        .header("Content-Type", "application/json");
                int from = i;
                switch (i % 7) {
                    case 0 ->
                        request.POST(BodyPublishers.ofString("{\"model\": " + model + ", \"text\": \"" + text + "\"}"));
                    case 1 -> request.POST(BodyPublishers.ofString("{\"text\": \"" + text));
                    case 2 ->
                        request.header("X-Request-Id", text)
                                .header("Humeur-Synthetic", text)
                                .header("X-Consumer", text)
                                .header("traceparent", text)
                                .header("X-Azure-Functions-InvocationId", text)
                                .POST(BodyPublishers.ofString("{}"));
                    case 3 ->
                        request.uri(URI.create(url + "/models?text=" + CANARY + i))
                                .GET();
                    case 4 -> request.uri(URI.create(url + "/" + CANARY + i)).GET();
                    case 5 ->
                        request.uri(URI.create(url + "/models/" + CANARY + i)).GET();
                    default -> {
                        request.uri(URI.create(url + "/predict/batch"))
                                .POST(BodyPublishers.ofString(IntStream.range(i, i + 50)
                                        .mapToObj(n -> "\"I hate " + CANARY + n + "\"")
                                        .collect(Collectors.joining(
                                                ",",
                                                "{\"model\": " + model + ", \"" + CANARY + i + "\": 1, \"texts\": [",
                                                "]}"))));
                        i += 49;
                    }
                }
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                answers.append(answer.body()).append(answer.headers().map());
                if (from % 997 == 0) {
                    answers.append(given().contentType("application/json")
                            .body(Map.of("text", "I love it", "model", CANARY + from))
                            .post("/predict")
                            .asString());
                }
                i++;
            }
            endpoint.await(taken -> taken.taken("EventData").size() > 3_000);
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(answers).doesNotContainIgnoringCase(CANARY);
        assertThat(endpoint.taken().toString()).doesNotContainIgnoringCase(CANARY);
        assertThat(String.join("\n", logged)).doesNotContainIgnoringCase(CANARY);
        assertThat(given().get("/q/metrics").asString()).doesNotContainIgnoringCase(CANARY);
    }

    private static Handler recording(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage()
                        + List.of(line.getParameters() == null ? new Object[0] : line.getParameters())
                        + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
