package humeur.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.Header;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract over HTTP, as a caller sees it, whatever serves it. */
abstract class HttpContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static OpenApiDocument openApi;

    /** The document as this very service publishes it. */
    private static synchronized OpenApiDocument openApi() {
        if (openApi == null) {
            openApi = new OpenApiDocument(given().get("/openapi.json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        return openApi;
    }

    private static void isDocumented(String operation, Response response) {
        Map<String, String> headers = response.headers().asList().stream()
                .collect(Collectors.toMap(Header::getName, Header::getValue, (first, second) -> first));
        openApi().verify(operation, response.statusCode(), headers, response.asString());
    }

    @Nested
    class TheTable {
        static Stream<ContractCase> cases() {
            return ContractCases.all();
        }

        @ParameterizedTest
        @MethodSource("cases")
        void holds(ContractCase expected) throws Exception {
            Response response = send(expected);
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(expected.status());
            assertThat(response.contentType().split(";")[0]).isEqualTo(expected.contentType());
            if (!expected.answer().isEmpty()) {
                assertThat(JSON.readTree(response.asString())).isEqualTo(JSON.readTree(expected.answer()));
            }
            if (!expected.operation().isEmpty()) {
                isDocumented(expected.operation(), response);
            }
        }

        private Response send(ContractCase exchange) {
            RequestSpecification request = given().config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .urlEncodingEnabled(false)
                    .headers(exchange.headers());
            if (!exchange.body().isEmpty()) {
                request.body(exchange.body().getBytes(StandardCharsets.UTF_8));
            }
            return request.request(exchange.method(), exchange.path());
        }
    }

    @Nested
    class Predicting {
        @Test
        void tellsAPositiveText() {
            predict("I love this, thank you!")
                    .body("prediction", is(1))
                    .body("sentiment", is("Positive"))
                    .body("probability", allOf(greaterThan(0.5f), lessThan(1.0f)));
        }

        @Test
        void tellsANegativeText() {
            predict("I hate this, so sad")
                    .body("prediction", is(0))
                    .body("sentiment", is("Negative"))
                    .body("probability", allOf(greaterThan(0.0f), lessThan(0.5f)));
        }

        @Test
        void saysWhichModelItWas() {
            String byDefault = given().get("/models").path("default");
            JsonNode model = read(given().get("/models/" + byDefault).asString());
            predict("I love this")
                    .body("model", is(model.get("name").textValue()))
                    .body("model_version", is(model.get("version").textValue()))
                    .body("model_sha256", is(model.get("sha256").textValue()));
        }

        @Test
        void readsARawTweetAsTheModelLearntIt() {
            float raw = predict("@bob see https://t.co/x &amp; smile").extract().path("probability");
            float normalised = predict("USER see URL & smile").extract().path("probability");
            assertThat(raw).isEqualTo(normalised);
        }

        @Test
        void givesEachPredictionAnIdThatSortsByTime() {
            UUID first = UUID.fromString(predict("I love this").extract().path("id"));
            UUID second = UUID.fromString(predict("I love this").extract().path("id"));
            assertThat(first.version()).isEqualTo(7);
            assertThat(first.variant()).isEqualTo(2);
            assertThat(second.getMostSignificantBits() >>> 16)
                    .isGreaterThanOrEqualTo(first.getMostSignificantBits() >>> 16);
            assertThat(second).isNotEqualTo(first);
        }

        private ValidatableResponse predict(String text) {
            return post("/predict/", Map.of("text", text)).statusCode(200);
        }
    }

    @Nested
    class Counting {
        private static final String WORDS = "logistic-regression";

        @Test
        void chargesAUnitForEachStartedThousandCodePoints() {
            assertThat(units("a ".repeat(500))).isEqualTo(1);
            assertThat(units("a ".repeat(500) + "b")).isEqualTo(2);
            assertThat(units("😀".repeat(1_000))).isEqualTo(1);
        }

        @Test
        void chargesOnlyWhatBertRead() {
            post("/predict", Map.of("text", "a ".repeat(2_000), "model", "bert"))
                    .statusCode(200)
                    .body("truncated", is(true))
                    .body("tokens_total", is(2_000))
                    .body("tokens_used", is(128))
                    .body("units", is(1));
        }

        @Test
        void chargesOnlyWhatTheModelRead() {
            ValidatableResponse answer = words("a ".repeat(20_000)).statusCode(200);
            answer.body("truncated", is(true)).body("tokens_total", is(20_000)).body("tokens_used", is(10_000));
            answer.body("units", is(20));
        }

        @Test
        void addsUpABatchAndChargesNothingForErrors() {
            post("/predict/batch", Map.of("texts", List.of("I love it", "", "a ".repeat(600)), "model", WORDS))
                    .statusCode(200)
                    .header("Humeur-Units", is("3"))
                    .body("units", is(3))
                    .body("results[0].units", is(1))
                    .body("results[1].error.status", is(400))
                    .body("results[2].units", is(2));
        }

        private int units(String text) {
            ValidatableResponse answer = words(text).statusCode(200);
            int units = answer.extract().path("units");
            answer.header("Humeur-Units", is(Integer.toString(units)));
            return units;
        }

        /** Asks the model that reads thousands of words. */
        private ValidatableResponse words(String text) {
            return post("/predict/", Map.of("text", text, "model", WORDS));
        }
    }

    @Nested
    class Batching {
        @Test
        void answersInOrderAndAsOneByOne() {
            List<String> texts = List.of("I love it", "I hate it", "so so", "best day ever", "worst day ever");
            List<Float> together = post("/predict/batch", Map.of("texts", texts))
                    .statusCode(200)
                    .extract()
                    .path("results.probability");
            List<Float> oneByOne = texts.stream()
                    .map(text ->
                            post("/predict/", Map.of("text", text)).extract().<Float>path("probability"))
                    .toList();
            assertThat(together).isEqualTo(oneByOne);
        }

        @Test
        void neverLetsABadItemFailItsNeighbours() {
            given().contentType("application/json")
                    .body("{\"texts\": [\"I love it\", \"\", 7, \"12\", null, \"I hate it\"]}")
                    .post("/predict/batch")
                    .then()
                    .statusCode(200)
                    .body("results[0].sentiment", is("Positive"))
                    .body("results[1].error.detail", is("Le texte ne peut pas être vide."))
                    .body("results[2].error.detail[0].loc", is(List.of("body", "texts", 2)))
                    .body("results[3].error.detail", is("Le texte ne peut pas être un nombre."))
                    .body("results[4].error.status", is(422))
                    .body("results[5].sentiment", is("Negative"));
        }
    }

    @Nested
    class Explaining {
        @Test
        void ofTheLogisticRegressionAddsUpToTheLogit() {
            JsonNode answer = read(post(
                            "/predict/",
                            Map.of(
                                    "text",
                                    "@bob I don't LOVE this 😀 film... not at all!!!",
                                    "model",
                                    "logistic-regression",
                                    "explain",
                                    true))
                    .statusCode(200)
                    .body("units", is(1))
                    .extract()
                    .asString());
            double logit = answer.at("/explanation/bias").doubleValue();
            for (JsonNode word : answer.at("/explanation/words")) {
                logit += word.get("contribution").doubleValue();
            }
            assertThat(1 / (1 + Math.exp(-logit)))
                    .isCloseTo(answer.get("probability").doubleValue(), within(1e-5));
        }

        @Test
        void namesTheWordsAsTheyWereSent() {
            String text = "😀 @bob I don’t &lt;3 it";
            JsonNode words = read(explain(text)).at("/explanation/words");
            assertThat(words)
                    .extracting(word -> word.get("text").textValue())
                    .containsExactly("😀", "@bob", "I", "don’t", "&lt;3", "it");
            int[] codePoints = text.codePoints().toArray();
            for (JsonNode word : words) {
                int start = word.get("start").intValue();
                int length = word.get("end").intValue() - start;
                assertThat(new String(codePoints, start, length))
                        .isEqualTo(word.get("text").textValue());
            }
        }

        @Test
        void ofBertCostsFourUnitsAndGivesEachWordWhatTheAnswerLosesWithoutIt() {
            JsonNode answer =
                    read(post("/predict", Map.of("text", "I love it, truly", "model", "bert", "explain", true))
                            .statusCode(200)
                            .header("Humeur-Units", "5")
                            .body("units", is(5))
                            .extract()
                            .asString());
            assertThat(answer.at("/explanation/words"))
                    .extracting(word -> word.get("text").textValue())
                    .containsExactly("I", "love", "it", ",", "truly");
            assertThat(answer.at("/explanation/words/1/contribution").doubleValue())
                    .isPositive();
        }

        @Test
        void ofBertIsOfTheFirst64Words() {
            JsonNode answer =
                    read(post("/predict", Map.of("text", "good bad ".repeat(33), "model", "bert", "explain", true))
                            .statusCode(200)
                            .extract()
                            .asString());
            assertThat(answer.at("/explanation/words")).hasSize(64);
        }

        @Test
        void isAbsentUnlessAskedFor() {
            post("/predict/", Map.of("text", "I love it")).body("explanation", is((Object) null));
        }

        private String explain(String text) {
            return post("/predict/", Map.of("text", text, "explain", true))
                    .statusCode(200)
                    .extract()
                    .asString();
        }
    }

    /** The JDK's client, which asks for HTTP/2 and sets no content type of its own. */
    @Nested
    class OverHttp2 {
        private final HttpClient client = HttpClient.newHttpClient();

        @ParameterizedTest
        @ValueSource(strings = {"/predict", "/predict/"})
        void predicts(String path) throws Exception {
            HttpResponse<String> answer = send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"text\": \"I love this\"}")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.headers().firstValue("Humeur-Units")).contains("1");
        }

        @Test
        void asksForAContentType() throws Exception {
            HttpRequest.Builder request = request("/predict/").POST(BodyPublishers.ofString("{\"text\": \"a\"}"));
            assertThat(send(request).statusCode()).isEqualTo(415);
        }

        @Test
        void refusesWhatIsTooLarge() throws Exception {
            HttpRequest.Builder request = request("/predict/")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(new byte[ContractCases.MAX_BODY + 1]));
            assertThat(send(request).statusCode()).isEqualTo(413);
        }

        @Test
        void reads() throws Exception {
            for (String path : List.of("/", "/models", "/openapi.json", "/docs", "/q/health/ready")) {
                assertThat(send(request(path)).statusCode()).as(path).isEqualTo(200);
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Nested
    class ThePage {
        private static final String BROWSER =
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

        @Test
        void isForBrowsersAndJsonForTheRest() {
            page().statusCode(200).contentType("text/html").header("Vary", is("Accept"));
            for (String accept :
                    List.of("*/*", "application/json", "application/json, text/html", "text/html;q=0", "junk")) {
                given().header("Accept", accept)
                        .get("/")
                        .then()
                        .contentType("application/json")
                        .header("Vary", is("Accept"));
            }
        }

        @Test
        void runsNothingButItsOwnFiles() {
            page().header(
                            "Content-Security-Policy",
                            allOf(
                                    containsString("default-src 'none'"),
                                    containsString("script-src 'self'"),
                                    not(containsString("unsafe"))));
        }

        @Test
        void namesFilesThatMayBeKeptForEver() {
            List<String> files = Pattern.compile("\"(/page/[^\"]+)\"")
                    .matcher(page().extract().asString())
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .toList();
            assertThat(files).hasSizeGreaterThan(3).allSatisfy(file -> given().get(file)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("immutable"))
                    .header("ETag", startsWith("\"")));
        }

        @Test
        void isNotSentTwice() {
            ExtractableResponse<Response> first =
                    page().header("Cache-Control", is("no-cache")).extract();
            given().header("Accept", BROWSER)
                    .header("If-None-Match", first.header("ETag"))
                    .get("/")
                    .then()
                    .statusCode(304)
                    .body(is(""));
        }

        @Test
        void givesFilesOfAnotherVersionButNotForEver() {
            given().get("/page/0/main.js").then().statusCode(200).header("Cache-Control", is("no-cache"));
        }

        @Test
        void hasNoOtherFiles() {
            for (String path :
                    List.of("/page/", "/page/0/nope.js", "/page/0/..%2Fapplication.properties", "/page/0/index.html")) {
                given().urlEncodingEnabled(false).get(path).then().statusCode(404);
            }
        }

        private ValidatableResponse page() {
            return given().header("Accept", BROWSER).get("/").then();
        }
    }

    @Nested
    class EveryAnswer {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/models",
                    "/stats",
                    "/nope",
                    "/predict",
                    "/docs",
                    "/openapi.json",
                    "/q/health/live",
                    "/q/swagger-ui/",
                    "/page/0/main.js"
                })
        void tellsABrowserWhatToRefrainFrom(String path) {
            secured(given().get(path).then());
        }

        /** What the table's cases do not ask for, or not over HTTP. */
        @ParameterizedTest
        @CsvSource({
            "/page/{version}/{file}, /page/0/main.js, 200",
            "/page/{version}/{file}, /page/0/nope.js, 404",
            "/docs, /docs, 200",
            "/q/openapi, /q/openapi, 200",
            "/q/metrics, /q/metrics, 200",
            "/q/health/live, /q/health/live, 200",
            "/q/health/ready, /q/health/ready, 200",
        })
        void isInTheDocument(String documented, String path, int status) {
            Response answer = given().get(path);

            assertThat(answer.statusCode()).isEqualTo(status);
            isDocumented("GET " + documented, answer);
        }

        @ParameterizedTest
        @CsvSource({"/page/{version}/{file}, /page/0/main.js", "/docs, /docs", "/models/{name}, /models/bert"})
        void isInTheDocumentWhereTheMethodIsNotTaken(String documented, String path) {
            Response answer = given().delete(path);

            assertThat(answer.statusCode()).isEqualTo(405);
            isDocumented("GET " + documented, answer);
        }

        @Test
        void isInTheDocumentWhereTheBrowserHasThePage() {
            String tag = given().get("/page/0/main.js").header("ETag");
            Response answer = given().header("If-None-Match", tag).get("/page/0/main.js");

            assertThat(answer.statusCode()).isEqualTo(304);
            isDocumented("GET /page/{version}/{file}", answer);
        }

        @Test
        void ofAPredictionToo() {
            secured(post("/predict/", Map.of("text", "I love it")).statusCode(200));
            secured(post("/predict/", Map.of("text", "")).statusCode(400));
            secured(given().contentType("application/json")
                    .body("x".repeat(ContractCases.MAX_BODY + 1))
                    .post("/predict/")
                    .then()
                    .statusCode(413));
        }

        @Test
        void isClosedToOtherOrigins() {
            given().header("Origin", "https://app.example")
                    .header("Access-Control-Request-Method", "POST")
                    .options("/predict")
                    .then()
                    .statusCode(405)
                    .header("Access-Control-Allow-Origin", nullValue());
        }

        private void secured(ValidatableResponse answer) {
            answer.header("X-Content-Type-Options", is("nosniff"))
                    .header("X-Frame-Options", is("DENY"))
                    .header("Referrer-Policy", is("no-referrer"))
                    .header("Cross-Origin-Opener-Policy", is("same-origin"))
                    .header("Cross-Origin-Resource-Policy", is("same-origin"))
                    .header("Permissions-Policy", containsString("camera=()"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
    }

    @Nested
    class TheLastHour {
        @Test
        void countsPredictionsAndNothingElse() throws InterruptedException {
            JsonNode before = stats();
            post("/predict/", Map.of("text", "I love it")).statusCode(200);
            post("/predict/", Map.of("text", "")).statusCode(400);
            post("/predict/batch", Map.of("texts", List.of("I hate it", "I hate it so much", "")))
                    .statusCode(200);
            JsonNode after = stats();
            // Observers hear of an exchange once its answer has gone, so just after its caller.
            for (int i = 0; i < 100 && grown(before, after, "predictions") < 3; i++) {
                Thread.sleep(50);
                after = stats();
            }
            assertThat(grown(before, after, "predictions")).isEqualTo(3);
            assertThat(grown(before, after, "negatives")).isEqualTo(2);
            assertThat(grown(before, after, "requests")).isEqualTo(2);
            assertThat(after.at("/duration_ms/p50").doubleValue())
                    .isPositive()
                    .isLessThanOrEqualTo(after.at("/duration_ms/p99").doubleValue());
            assertThat(after.get("share_negative").doubleValue())
                    .isCloseTo(
                            after.get("negatives").doubleValue()
                                    / after.get("predictions").doubleValue(),
                            within(1e-9));
            assertThat(after.get("minutes")).hasSize(60);
        }

        @Test
        void leavesProbesOut() throws InterruptedException {
            JsonNode before = stats();
            given().contentType("application/json")
                    .header("Humeur-Synthetic", "true")
                    .body(Map.of("text", "I love it"))
                    .post("/predict")
                    .then()
                    .statusCode(200);
            // What comes after the probe is counted after it.
            post("/predict/", Map.of("text", "I love it")).statusCode(200);
            JsonNode after = stats();
            for (int i = 0; i < 100 && grown(before, after, "predictions") < 1; i++) {
                Thread.sleep(50);
                after = stats();
            }
            assertThat(grown(before, after, "predictions")).isEqualTo(1);
        }

        private JsonNode stats() {
            return read(given().get("/stats")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", is("no-store"))
                    .extract()
                    .asString());
        }

        private int grown(JsonNode before, JsonNode after, String field) {
            return after.get(field).intValue() - before.get(field).intValue();
        }
    }

    @Nested
    class TakingFeedback {
        @Test
        void isOfferedAtTheRoot() {
            given().get("/").then().body("links.feedback", is("/feedback"));
        }

        @Test
        void knowsTheIdsThatItIssued() {
            String id =
                    post("/predict/", Map.of("text", "I loved it")).extract().path("id");
            post("/feedback", Map.of("id", id, "label", 0))
                    .statusCode(200)
                    .body("id", is(id))
                    .body("label", is(0));
        }

        @Test
        void knowsEachOfABatch() {
            List<String> ids = post("/predict/batch", Map.of("texts", List.of("I loved it", "I hated it")))
                    .extract()
                    .path("results.id");
            ids.forEach(id -> post("/feedback", Map.of("id", id, "label", 1)).statusCode(200));
        }
    }

    @Nested
    class TheService {
        @Test
        void namesItself() {
            given().get("/")
                    .then()
                    .statusCode(200)
                    .body("name", is("Humeur"))
                    .body(
                            "version",
                            is(read(given().get("/openapi.json").asString())
                                    .at("/info/version")
                                    .textValue()))
                    .body("commit", not(is("")));
        }

        @Test
        void answersHeadLikeGet() {
            for (String path : List.of("/models", "/openapi.json", "/stats", "/docs", "/q/health/live", "/q/metrics")) {
                given().head(path).then().statusCode(200);
            }
            given().head("/").then().statusCode(200).header("Content-Type", is("application/json"));
        }

        @Test
        void namesTheDefaultModel() {
            given().get("/models")
                    .then()
                    .body("default", is("bert"))
                    .body("models.name", is(List.of("bert", "logistic-regression")));
        }

        @Test
        void isLiveAndReady() {
            given().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
            given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        }

        @Test
        void publishesItsContract() {
            given().get("/q/openapi").then().statusCode(200);
            given().get("/docs").then().statusCode(200).body(containsString("url=/q/swagger-ui/"));
            given().get("/q/swagger-ui/").then().statusCode(200);
            given().post("/docs").then().statusCode(405).header("Allow", is("GET, HEAD"));
        }

        @Test
        void refusesAnEndlessBodyOfUnknownLength() throws Exception {
            assertThat(Chunked.post(RestAssured.port, "/predict/", ContractCases.MAX_BODY + 1))
                    .startsWith("HTTP/1.1 413 ");
        }

        @Test
        void staysUsableAfterABodyThatNobodyRead() {
            given().contentType("application/json")
                    .body("x".repeat(200_000))
                    .put("/predict/")
                    .then()
                    .statusCode(405);
            given().get("/").then().statusCode(200);
        }
    }

    private static ValidatableResponse post(String path, Map<String, ?> document) {
        return given().contentType("application/json").body(document).post(path).then();
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
