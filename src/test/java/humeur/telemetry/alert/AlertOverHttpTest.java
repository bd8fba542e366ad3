package humeur.telemetry.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import humeur.telemetry.AlertState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From negative texts over HTTP to a mail. */
@QuarkusTest
@TestProfile(AlertOverHttpTest.Mailing.class)
class AlertOverHttpTest {
    private static final String PORT = "humeur.test.smtp.port";
    private static final String TEXTS = "{\"texts\": [\"I hate this\", \"so sad, I hate it\", \"this is awful\"]}";

    private static GreenMail server;

    @Inject
    AlertState state;

    @BeforeAll
    static void start() {
        ServerSetup setup = new ServerSetup(Integer.getInteger(PORT), "localhost", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(30_000);
        server = new GreenMail(setup);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void mailsOnceForAllOfThemAndNothingOfTheTexts() throws InterruptedException {
        post("true");
        assertThat(state.negatives()).isZero();
        post("false");
        post("false");
        assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
        assertThat(state.raised()).isTrue();
        // A second mail would be on its way by the time that all have been counted.
        for (int i = 0; i < 100 && state.negatives() < 6; i++) {
            Thread.sleep(50);
        }
        assertThat(state.negatives()).isEqualTo(6);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
                .contains("3 negative texts in less than 5 minutes", "bert@")
                .doesNotContain("hate", "awful");
    }

    private static void post(String synthetic) {
        given().contentType("application/json")
                .header("Humeur-Synthetic", synthetic)
                .body(TEXTS)
                .post("/predict/batch")
                .then()
                .statusCode(200);
    }

    /** A mail server that is started later than the service; the port is all that both class loaders need to share. */
    public static class Mailing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                System.setProperty(PORT, Integer.toString(free.getLocalPort()));
                return Map.of(
                        "humeur.alert.to", "ops@example.org",
                        "humeur.alert.from", "humeur@example.org",
                        "humeur.alert.smtp", "smtp://localhost:" + free.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
