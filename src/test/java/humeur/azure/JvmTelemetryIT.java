package humeur.azure;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.telemetry.appinsights.IngestionEndpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Telemetry of a process of its own. */
class JvmTelemetryIT {
    private static final String CLASSES = "humeur.telemetry.appinsights";
    private static final String SETTING = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private static final FunctionApp APP = new FunctionApp(
            Path.of("").toAbsolutePath(),
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load:stdout",
                    "-jar",
                    Path.of(System.getProperty("humeur.packaged"))
                            .toAbsolutePath()
                            .toString()));

    @Test
    void isNotEvenLoadedWithoutAConnectionString() {
        try (FunctionsHost host = FunctionsHost.start(APP, Map.of())) {
            host.predict("I hate this").then().statusCode(200);
            assertThat(host.log()).contains("humeur.telemetry.Exchange").doesNotContain(CLASSES);
        }
    }

    @Test
    void isOffWithAMalformedOneWhichTheLogSays() {
        try (FunctionsHost host = FunctionsHost.start(APP, Map.of(SETTING, "InstrumentationKey=secret"))) {
            host.predict("I hate this").then().statusCode(200);
            assertThat(host.log())
                    .contains("its InstrumentationKey is not a UUID")
                    .doesNotContain("secret");
        }
    }

    @Test
    void behindTheHostSendsEventsButNoRequestsAndTheLastOnesOnSigterm() throws Exception {
        try (IngestionEndpoint endpoint = IngestionEndpoint.start();
                FunctionsHost host = FunctionsHost.start(APP, Map.of(SETTING, endpoint.connectionString()))) {
            host.predict("I hate this").then().statusCode(200);
            host.terminate();
            assertThat(host.awaitEnd()).isIn(0, 143);
            assertThat(endpoint.taken("EventData")).hasSize(1).allSatisfy(event -> {
                String operation = event.path("tags").path("ai.operation.id").asText();
                assertThat(event.path("tags").path("ai.cloud.role").asText()).isEqualTo("humeur-handler");
                assertThat(event.at("/data/baseData/properties/InvocationId").asText())
                        .hasSize(36)
                        .isEqualTo(operation);
            });
            assertThat(endpoint.taken("MessageData")).hasSize(1);
            assertThat(endpoint.taken("RequestData")).isEmpty();
            assertThat(endpoint.taken().toString()).contains("humeur.cold_start.duration");
        }
    }
}
