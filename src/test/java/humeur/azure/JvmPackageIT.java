package humeur.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import humeur.azure.FunctionApp.Function;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The package for the Functions host's Java worker, and the jar in it, which is also the service on the JVM. */
class JvmPackageIT {
    private static FunctionApp app;

    @BeforeAll
    static void find() throws IOException {
        Path folder = only("target/azure-functions", "*");
        Path jar = only(
                FunctionApp.assembled("azure-functions/" + folder.getFileName()).toString(), "*-runner.jar");
        app = new FunctionApp(
                folder.toAbsolutePath(),
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        jar.getFileName().toString()));
    }

    private static Path only(String folder, String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(folder), pattern)) {
            assertThat(found).as("%s in %s", pattern, folder).hasSize(1);
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(folder), pattern)) {
            return found.iterator().next();
        }
    }

    @Nested
    class The_host_file {
        @Test
        void leaves_the_work_to_the_java_worker() {
            JsonNode host = app.hostJson();

            assertThat(host.path("version").asText()).isEqualTo("2.0");
            assertThat(host.has("customHandler")).isFalse();
        }

        @Test
        void leaves_the_paths_without_a_prefix() {
            assertThat(app.hostJson().at("/extensions/http/routePrefix").asText("none"))
                    .isEmpty();
        }
    }

    @Nested
    class Each_function {
        @Test
        void is_there_for_each_route_of_the_adapter() {
            assertThat(app.functions())
                    .extracting(Function::name, function -> function.route().template())
                    .containsExactly(
                            tuple("other", "{*path}"),
                            tuple("predict", "predict"),
                            tuple("predict-batch", "predict/batch"));
        }

        @Test
        void takes_every_method_so_that_wrong_ones_are_refused_by_us() {
            assertThat(app.functions()).allSatisfy(function -> assertThat(function.methods())
                    .containsExactlyInAnyOrderElementsOf(FunctionApp.METHODS));
        }

        @Test
        void points_to_a_jar_of_the_package() {
            assertThat(app.functions()).allSatisfy(function -> {
                Path script = app.folder()
                        .resolve(function.name())
                        .resolve(function.json().path("scriptFile").asText());
                assertThat(script).isRegularFile();
                assertThat(function.json().path("entryPoint").asText()).isNotEmpty();
            });
        }
    }

    @Nested
    class The_models {
        @Test
        void are_those_of_the_repository() throws IOException {
            try (Stream<Path> files = Files.walk(Path.of("onnx-models")).filter(Files::isRegularFile)) {
                assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(
                                app.folder().resolve(file))
                        .hasSameBinaryContentAs(file));
            }
        }
    }

    @Nested
    class The_jar {
        @Test
        void answers_on_the_port_that_it_is_given() {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
                host.predict("I love this").then().statusCode(200).body("sentiment", equalTo("Positive"));
                host.forwarded().get("/q/health/ready").then().statusCode(200);
            }
        }

        @Test
        void lets_a_request_in_flight_finish_when_it_is_told_to_end() throws Exception {
            try (FunctionsHost host = FunctionsHost.start(app, Map.of());
                    SlowUpload upload = SlowUpload.begin(host)) {
                Thread.sleep(500);
                host.terminate();
                Thread.sleep(500);

                assertThat(upload.finish()).startsWith("HTTP/1.1 200 ").contains("\"sentiment\":\"Positive\"");
                assertThat(host.awaitEnd()).isIn(0, 143);
            }
        }
    }
}
