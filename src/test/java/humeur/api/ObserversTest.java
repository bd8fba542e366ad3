package humeur.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import humeur.sentiment.Sentiment;
import humeur.telemetry.Exchange;
import humeur.telemetry.Predicted;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What observers hear of each exchange. */
@QuarkusTest
class ObserversTest {
    private static final String INVOCATION = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    @Inject
    RecordingObserver observer;

    @BeforeEach
    void begin() {
        observer.begin();
    }

    @AfterEach
    void end() {
        observer.end();
    }

    @Test
    void aPredictionWithoutItsText() throws Exception {
        json("{\"text\": \"I loved it 😀\", \"explain\": true}")
                .post("/predict/")
                .then()
                .statusCode(200);
        Exchange exchange = observer.next();
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.route()).isEqualTo("/predict");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.duration()).isPositive().isLessThan(Duration.ofMinutes(1));
        assertThat(exchange.outcome().refusals()).isEmpty();
        assertThat(exchange.outcome().units()).isPositive();
        assertThat(exchange.outcome().predictions())
                .singleElement()
                .extracting(Predicted::sentiment, Predicted::codePoints, Predicted::explained)
                .containsExactly(Sentiment.POSITIVE, 12, true);
        Predicted predicted = exchange.outcome().predictions().get(0);
        assertThat(predicted.timing().tokenise()).isPositive();
        assertThat(predicted.timing().infer()).isPositive();
        assertThat(exchange.toString()).doesNotContain("loved");
    }

    @Test
    void eachItemOfABatchWhetherPredictedOrRefused() throws Exception {
        json("{\"texts\": [\"I loved it\", \"\", \"I hated it\", \"12\", 7]}")
                .post("/predict/batch")
                .then()
                .statusCode(200);
        Exchange exchange = observer.next();
        assertThat(exchange.route()).isEqualTo("/predict/batch");
        assertThat(exchange.outcome().predictions())
                .extracting(Predicted::sentiment, Predicted::codePoints)
                .containsExactly(tuple(Sentiment.POSITIVE, 10), tuple(Sentiment.NEGATIVE, 10));
        assertThat(exchange.outcome().refusals()).containsExactly("blank_text", "numeric_text", "string_type");
    }

    @Test
    void whyARequestWasRefused() throws Exception {
        json("{}").post("/predict").then().statusCode(422);
        assertThat(observer.next().outcome().refusals()).containsExactly("missing");
        given().contentType("text/plain").body("a").post("/predict").then().statusCode(415);
        assertThat(observer.next().outcome().refusals()).containsExactly("unsupported-media-type");
        json("x".repeat(ContractCases.MAX_BODY + 1)).post("/predict").then().statusCode(413);
        assertThat(observer.next().outcome().refusals()).containsExactly("body-too-large");
    }

    @Test
    void noPathAndNoMethodThatACallerMadeUp() throws Exception {
        given().get("/models/a-secret").then().statusCode(404);
        assertThat(observer.next().route()).isEqualTo("/models/{name}");
        given().request("SECRET", "/a-secret").then().statusCode(404);
        Exchange exchange = observer.next();
        assertThat(exchange.method()).isEqualTo("_OTHER");
        assertThat(exchange.route()).isEqualTo("other");
    }

    @Test
    void whoseInvocationItIsAndWhetherItIsAProbe() throws Exception {
        json("{\"text\": \"I loved it\"}")
                .header("X-Azure-Functions-InvocationId", INVOCATION)
                .header("Humeur-Synthetic", "true")
                .post("/predict");
        Exchange probe = observer.next();
        assertThat(probe.invocation()).contains(INVOCATION);
        assertThat(probe.synthetic()).isTrue();
        json("{\"text\": \"I loved it\"}")
                .header("X-Azure-Functions-InvocationId", "a secret")
                .post("/predict");
        Exchange other = observer.next();
        assertThat(other.invocation()).isEqualTo(Optional.empty());
        assertThat(other.synthetic()).isFalse();
    }

    @Test
    void nothingOfHealthProbes() throws Exception {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/models").then().statusCode(200);
        assertThat(observer.next().route()).isEqualTo("/models");
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }
}
