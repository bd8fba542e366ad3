package humeur.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;

import humeur.onnx.TinyGraph;
import humeur.sentiment.ModelsFolder;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembled package, run as the Functions host runs it. */
class NativePackageIT {
    @TempDir
    static Path folder;

    private static FunctionApp app;

    @BeforeAll
    static void deploy() {
        FunctionApp.copy(FunctionApp.assembled("azure-functions-native"), folder);
        app = FunctionApp.customHandler(folder);
    }

    @Nested
    class A_forwarded_request {
        @Test
        void is_answered_by_the_shipped_model() {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
                host.predict("I love this, thank you!")
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("application/json"))
                        .header("Humeur-Units", "1")
                        .body("sentiment", equalTo("Positive"))
                        .body("prediction", equalTo(1))
                        .body("probability", greaterThan(0.5f));
                host.predict("I hate this, it is so sad").then().statusCode(200).body("sentiment", equalTo("Negative"));
            }
        }

        @Test
        void is_refused_by_the_function_and_not_by_the_host() {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
                host.predict(" ").then().statusCode(400).body("detail", equalTo("Le texte ne peut pas être vide."));
                host.forwarded().delete("/predict").then().statusCode(405).header("Allow", "POST");
                host.forwarded().get("/nothing/here").then().statusCode(404);
            }
        }

        /** The host's HTTP client would follow a redirect itself and answer under the first path. */
        @Test
        void is_never_redirected() {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
                for (String path : OpenApiPaths.all()) {
                    Response response =
                            host.forwarded().redirects().follow(false).get(path);
                    assertThat(response.statusCode() / 100).as(path).isNotEqualTo(3);
                }
            }
        }
    }

    @Nested
    class The_first_request {
        @Test
        void waits_for_the_model_and_leaves_it_ready() {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
                host.predict("nice").then().statusCode(200);
                host.forwarded().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
            }
        }
    }

    @Nested
    class SIGTERM {
        @Test
        void ends_an_idle_process() {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
                host.terminate();

                assertThat(host.awaitEnd()).isIn(0, 143);
            }
        }

        @Test
        void lets_a_request_in_flight_finish() throws Exception {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of());
                    SlowUpload upload = SlowUpload.begin(host)) {
                Thread.sleep(300);
                host.terminate();
                Thread.sleep(700);
                assertThat(host.isRunning()).isTrue();

                assertThat(upload.finish()).startsWith("HTTP/1.1 200 ").contains("\"sentiment\":\"Positive\"");
                assertThat(host.awaitEnd()).isIn(0, 143);
            }
        }

        @Test
        void does_not_wait_for_ever() throws Exception {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
                SlowUpload.begin(host);
                Thread.sleep(300);
                host.terminate();

                assertThat(host.awaitEnd()).isIn(0, 143);
            }
        }
    }

    @Nested
    class A_setting {
        @TempDir
        Path elsewhere;

        @Test
        void names_another_folder_of_models() {
            new ModelsFolder(elsewhere).withDefault("tiny").withModel("tiny", TinyGraph.explained());

            try (FunctionsHost host =
                    FunctionsHost.start(app, Map.of("HUMEUR_MODELS_DIRECTORY", elsewhere.toString()))) {
                host.predict("love").then().statusCode(200).body("model", equalTo("tiny"));
            }
        }

        @Test
        void names_another_default_model() {
            new ModelsFolder(elsewhere)
                    .withDefault("tiny")
                    .withModel("tiny", TinyGraph.explained())
                    .withModel("other", TinyGraph.explained());
            Map<String, String> settings =
                    Map.of("HUMEUR_MODELS_DIRECTORY", elsewhere.toString(), "HUMEUR_MODELS_DEFAULT", "other");

            try (FunctionsHost host = FunctionsHost.start(app, settings)) {
                host.predict("love").then().statusCode(200).body("model", equalTo("other"));
            }
        }
    }

    @Nested
    class Feedback {
        @TempDir
        Path kept;

        @Test
        void is_off_and_says_how_to_switch_it_on() {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
                feedback(host, host.predict("nice").path("id"))
                        .then()
                        .statusCode(404)
                        .body("detail", containsString("HUMEUR_FEEDBACK_DIRECTORY"));
            }
        }

        @Test
        void is_taken_for_ids_of_an_earlier_process() throws IOException {
            Map<String, String> settings = Map.of("HUMEUR_FEEDBACK_DIRECTORY", kept.toString());
            String id;
            try (FunctionsHost host = FunctionsHost.start(app, settings)) {
                id = host.predict("nice").path("id");
            }
            try (FunctionsHost host = FunctionsHost.start(app, settings)) {
                feedback(host, id).then().statusCode(200).body("label", equalTo(0));
                feedback(host, UUID.randomUUID().toString()).then().statusCode(404);
            }
            assertThat(kept.resolve("feedback-1.ndjson")).content().contains(id);
        }

        private Response feedback(FunctionsHost host, String id) {
            return host.forwarded()
                    .contentType("application/json")
                    .body(Map.of("id", id, "label", 0))
                    .post("/feedback");
        }
    }

    @Nested
    class A_port_that_is_taken {
        @Test
        void ends_the_process_with_a_message_that_names_it() throws IOException {
            try (ServerSocket taken = new ServerSocket(0);
                    FunctionsHost host = FunctionsHost.launch(app, Map.of(), taken.getLocalPort())) {
                assertThat(host.awaitEnd(Duration.ofSeconds(20))).isNotZero();
                assertThat(host.log())
                        .contains(Integer.toString(taken.getLocalPort()))
                        .contains("in use");
            }
        }
    }
}
