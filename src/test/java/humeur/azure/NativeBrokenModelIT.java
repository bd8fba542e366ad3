package humeur.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import humeur.sentiment.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package whose model cannot be trusted never serves it, says why in its log, and goes on answering. */
class NativeBrokenModelIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODELS = "onnx-models";

    @TempDir
    static Path folder;

    private static Path assembled;
    private static FunctionApp app;

    private Path index;
    private Path graph;
    private Path manifest;

    @BeforeAll
    static void deploy() {
        assembled = FunctionApp.assembled("azure-functions-native");
        FunctionApp.copy(assembled, folder);
        app = FunctionApp.customHandler(folder);
    }

    @BeforeEach
    void restoreModels() throws IOException {
        FunctionApp.copy(assembled.resolve(MODELS), folder.resolve(MODELS));
        index = folder.resolve(MODELS).resolve("models.json");
        JsonNode name = JSON.readTree(index.toFile()).path("default");
        graph = folder.resolve(MODELS).resolve(name.asText()).resolve("model.onnx");
        manifest = graph.resolveSibling("model.json");
    }

    @Test
    void one_byte_of_the_graph_is_another() throws IOException {
        byte[] bytes = Files.readAllBytes(graph);
        bytes[bytes.length / 2] ^= 1;
        Files.write(graph, bytes);

        isNotServedBecause(graph, "CRC-32", Fingerprint.crc32(graph));
    }

    @Test
    void one_byte_of_the_weights_is_another() throws IOException {
        Path weights = graph.resolveSibling("weights.bin");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 1;
        Files.write(weights, bytes);

        isNotServedBecause(weights, "CRC-32", Fingerprint.crc32(weights));
    }

    @Test
    void the_weights_are_cut_short() throws IOException {
        Path weights = graph.resolveSibling("weights.bin");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length / 2));

        isNotServedBecause(weights, "CRC-32", Fingerprint.crc32(weights));
    }

    @Test
    void the_weights_are_missing() throws IOException {
        Files.delete(graph.resolveSibling("weights.bin"));

        isNotServedBecause(graph.resolveSibling("weights.bin"), "is missing");
    }

    @Test
    void the_graph_is_missing() throws IOException {
        Files.delete(graph);

        isNotServedBecause(graph, "is missing");
    }

    @Test
    void the_graph_is_cut_short_and_the_manifest_agrees() throws IOException {
        byte[] bytes = Files.readAllBytes(graph);
        Files.write(graph, Arrays.copyOf(bytes, bytes.length / 2));
        ObjectNode changed = (ObjectNode) JSON.readTree(manifest.toFile());
        JSON.writeValue(manifest.toFile(), changed.put("crc32", Fingerprint.crc32(graph)));

        isNotServedBecause(graph, "is not a graph");
    }

    @Test
    void another_file_has_the_same_crc_32() throws Exception {
        ObjectNode changed = (ObjectNode) JSON.readTree(manifest.toFile());
        JSON.writeValue(manifest.toFile(), changed.put("sha256", "0".repeat(64)));

        try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
            Instant end = Instant.now().plusSeconds(10);
            while (host.predict("I love this").statusCode() != 503) {
                assertThat(Instant.now()).as("it is withdrawn").isBefore(end);
                Thread.sleep(20);
            }

            host.forwarded().get("/q/health/ready").then().statusCode(503);
            assertThat(host.log()).contains("is no longer served", graph.toString(), "SHA-256", "restore");
        }
    }

    @Test
    void the_manifest_is_not_json() throws IOException {
        Files.writeString(manifest, "{");

        isNotServedBecause(manifest, "is not JSON");
    }

    @Test
    void the_index_is_missing() throws IOException {
        Files.delete(index);

        isNotServedBecause(index, "is missing");
    }

    private void isNotServedBecause(Path file, String... facts) {
        try (FunctionsHost host = FunctionsHost.start(app, Map.of())) {
            host.predict("I love this")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("status", equalTo(503))
                    .body(not(containsString(folder.toString())));
            host.forwarded().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
            host.forwarded().get("/q/health/live").then().statusCode(200);
            host.forwarded().get("/").then().statusCode(200);

            assertThat(host.isRunning()).isTrue();
            assertThat(host.log()).contains(file.toString()).contains(facts).contains("restore");
        }
    }
}
