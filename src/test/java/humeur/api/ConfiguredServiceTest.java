package humeur.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import humeur.telemetry.AlertState;
import humeur.telemetry.Predicted;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator can change about who may ask for what. */
@QuarkusTest
@TestProfile(ConfiguredServiceTest.Configured.class)
class ConfiguredServiceTest {
    private static final String ORIGIN = "https://app.example";

    @Inject
    RecordingObserver observer;

    public static final class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "humeur.telemetry.text", "true",
                    "quarkus.http.cors.enabled", "true",
                    "quarkus.http.cors.origins", ORIGIN,
                    "humeur.http.closed-paths", "/q/swagger-ui, /docs,/q/health/,/page");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(RaisedAlert.class);
        }
    }

    @Alternative
    @Singleton
    static class RaisedAlert implements AlertState {
        @Override
        public int negatives() {
            return 6;
        }

        @Override
        public int threshold() {
            return 5;
        }

        @Override
        public Duration window() {
            return Duration.ofMinutes(10);
        }

        @Override
        public boolean raised() {
            return true;
        }
    }

    @Nested
    class An_origin_that_is_let_in {
        @Test
        void may_ask_before_it_predicts() {
            given().header("Origin", ORIGIN)
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "content-type")
                    .options("/predict")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", is(ORIGIN))
                    .header("Access-Control-Allow-Methods", containsString("POST"))
                    .header("Access-Control-Allow-Headers", is("content-type"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/predict", "/predict/", "/predict/batch"})
        void may_read_the_answer_with_our_headers(String path) {
            given().header("Origin", ORIGIN)
                    .contentType("application/json")
                    .body(Map.of("text", "I love it", "texts", new String[] {"I love it"}))
                    .post(path)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", is(ORIGIN))
                    .header(
                            "Access-Control-Expose-Headers",
                            allOf(
                                    containsString("Humeur-Units"),
                                    containsString("Retry-After"),
                                    containsString("X-Request-Id"),
                                    containsString("Server-Timing")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/models", "/stats", "/openapi.json", "/nope"})
        void may_read_what_is_read_only(String path) {
            given().header("Origin", ORIGIN).get(path).then().header("Access-Control-Allow-Origin", is(ORIGIN));
        }
    }

    @Nested
    class Another_origin {
        @Test
        void stays_outside() {
            given().header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "POST")
                    .options("/predict")
                    .then()
                    .statusCode(403);
        }
    }

    @Nested
    class A_closed_path {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/docs",
                    "/q/swagger-ui",
                    "/q/swagger-ui/",
                    "/q/swagger-ui/swagger-ui.css",
                    "/q/%73wagger-ui/",
                    "/q/x/../swagger-ui/",
                    "/q//swagger-ui/",
                    "/q/health",
                    "/q/health/live",
                    "/page/0/main.js"
                })
        void is_not_there_however_it_is_written(String path) {
            given().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/not-found"));
        }

        @Test
        void leaves_its_neighbours_open() {
            given().get("/q/openapi").then().statusCode(200);
            given().get("/openapi.json").then().statusCode(200);
        }

        @Test
        void is_not_linked() {
            given().get("/").then().body("links", allOf(hasKey("stats"), not(hasKey("docs")), not(hasKey("health"))));
        }

        @Test
        void that_is_the_pages_leaves_json_to_browsers() {
            given().header("Accept", "text/html")
                    .get("/")
                    .then()
                    .statusCode(200)
                    .contentType("application/json");
        }
    }

    @Nested
    class Telemetry_that_may_tell_texts {
        @Test
        void has_them_without_what_json_does_not_know() throws InterruptedException {
            observer.begin();
            try {
                given().contentType("application/json")
                        .body("{\"text\": \"lovely \\ud83d day \\ud83d\\ude00\"}")
                        .post("/predict")
                        .then()
                        .statusCode(200);

                assertThat(observer.next().outcome().predictions())
                        .extracting(Predicted::text)
                        .containsExactly(Optional.of("lovely \uFFFD day \uD83D\uDE00"));
            } finally {
                observer.end();
            }
        }
    }

    @Nested
    class The_alert {
        @Test
        void stands_among_the_figures() {
            given().get("/stats")
                    .then()
                    .body("alert.raised", is(true))
                    .body("alert.negatives", is(6))
                    .body("alert.threshold", is(5))
                    .body("alert.window_seconds", is(600));
        }
    }
}
