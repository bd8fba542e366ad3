package humeur.telemetry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import humeur.telemetry.alert.AlertSettings.Mail;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Against real SMTP servers, living and dead. */
class AlertMailerTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Alert ALERT = new Alert(3, Duration.ofMinutes(5), Instant.EPOCH, "tiny@1.0.0");
    private static final List<Duration> SHORT = List.of(Duration.ofMillis(100), Duration.ofMillis(200));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RecordedLog log = new RecordedLog();
    private final Logger logger = Logger.getLogger(AlertMailer.class.getName());

    @BeforeEach
    void record() {
        logger.addHandler(log);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(log);
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Nested
    class A_living_server {
        @Test
        void gets_one_mail_to_all_addresses() throws Exception {
            withServer(ServerSetup.PROTOCOL_SMTP, server -> {
                mailer("smtp://localhost:" + port(server)).send(ALERT);
                assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
                MimeMessage mail = server.getReceivedMessages()[0];
                assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("humeur@example.org");
                assertThat(mail.getRecipients(Message.RecipientType.TO))
                        .extracting(Object::toString)
                        .containsExactly("ops@example.org", "dev@example.org");
                assertThat(mail.getSubject()).isEqualTo(ALERT.subject());
                assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
                        .isEqualTo(ALERT.text().strip());
                assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                log.awaitLines(1);
                assertThat(log.messages())
                        .singleElement()
                        .asString()
                        .contains("has been mailed")
                        .doesNotContain("ops@example.org");
            });
        }

        @Test
        void is_told_who_we_are() throws Exception {
            withServer(ServerSetup.PROTOCOL_SMTP, server -> {
                server.setUser("humeur@example.org", "bob", "p@ss/1");
                mailer("smtp://bob:p%40ss%2F1@localhost:" + port(server)).send(ALERT);
                assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
            });
        }

        @Test
        void that_does_not_know_us_is_named_without_the_password() throws Exception {
            withServer(ServerSetup.PROTOCOL_SMTP, server -> {
                server.setUser("humeur@example.org", "bob", "right");
                mailer("smtp://bob:wrong-secret@localhost:" + port(server)).send(ALERT);
                log.awaitLines(1);
                assertThat(log.messages())
                        .singleElement()
                        .asString()
                        .contains("localhost:" + port(server))
                        .doesNotContain("secret");
                assertThat(server.getReceivedMessages()).isEmpty();
            });
        }

        @Test
        void gets_it_over_tls() throws Exception {
            withServer(ServerSetup.PROTOCOL_SMTPS, server -> {
                Mail mail = mail("smtps://localhost:" + port(server));
                MailConfig trusting = AlertMailer.config(mail).setTrustAll(true).setHostnameVerificationAlgorithm("");
                new AlertMailer(VERTX, mail, trusting, PATIENCE, SHORT).send(ALERT);
                assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
            });
        }

        @Test
        void that_cannot_prove_its_name_gets_nothing() throws Exception {
            withServer(ServerSetup.PROTOCOL_SMTPS, server -> {
                mailer("smtps://localhost:" + port(server)).send(ALERT);
                log.awaitLines(1);
                assertThat(log.messages()).singleElement().asString().contains("could not be mailed");
                assertThat(server.getReceivedMessages()).isEmpty();
            });
        }

        @Test
        void that_speaks_no_tls_never_hears_a_password_from_afar() throws Exception {
            withServer(ServerSetup.PROTOCOL_SMTP, server -> {
                server.setUser("humeur@example.org", "bob", "secret");
                Mail mail = mail("smtp://bob:secret@elsewhere.example.org:" + port(server));
                MailConfig config = AlertMailer.config(mail).setHostname("localhost");
                new AlertMailer(VERTX, mail, config, PATIENCE, SHORT).send(ALERT);
                log.awaitLines(1);
                assertThat(log.messages()).singleElement().asString().contains("could not be mailed");
                assertThat(server.getReceivedMessages()).isEmpty();
            });
        }
    }

    @Nested
    class A_dead_server {
        @Test
        void costs_one_line_that_names_it() throws Exception {
            int port = freePort();
            mailer("smtp://localhost:" + port).send(ALERT);
            log.awaitLines(1);
            Thread.sleep(1_500);
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains("localhost:" + port, "HUMEUR_ALERT_SMTP", "given up");
        }

        @Test
        void is_tried_once_and_once_more_after_each_pause_in_their_order() throws Exception {
            List<Duration> pauses = List.of(Duration.ofMillis(100), Duration.ofMillis(1_500));
            try (BusyServer server = BusyServer.start()) {
                Mail mail = mail("smtp://localhost:" + server.port());
                new AlertMailer(VERTX, mail, AlertMailer.config(mail), PATIENCE, pauses).send(ALERT);

                List<Instant> calls = server.awaitCalls(3);
                assertThat(Duration.between(calls.get(0), calls.get(1))).isGreaterThanOrEqualTo(pauses.get(0));
                assertThat(Duration.between(calls.get(1), calls.get(2))).isGreaterThanOrEqualTo(pauses.get(1));

                Thread.sleep(2_500); // Longer than the longest pause.
                assertThat(server.calls()).hasSize(3);
                assertThat(log.messages()).hasSize(1);
            }
        }

        @Test
        void gets_the_mail_when_it_comes_back_in_time() throws Exception {
            int port = freePort();
            Mail mail = mail("smtp://localhost:" + port);
            List<Duration> pauses = List.of(Duration.ofMillis(50), Duration.ofSeconds(15));
            new AlertMailer(VERTX, mail, AlertMailer.config(mail), PATIENCE, pauses).send(ALERT);
            log.awaitLines(1);
            Thread.sleep(500);
            GreenMail server = server(port, ServerSetup.PROTOCOL_SMTP);
            server.start();
            try {
                assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
                Thread.sleep(500);
                // A copy for each address.
                assertThat(server.getReceivedMessages()).hasSize(2);
            } finally {
                server.stop();
            }
        }

        @Test
        void that_takes_the_call_and_says_nothing_is_given_up_too() throws Exception {
            try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                Mail mail = mail("smtp://localhost:" + silent.getLocalPort());
                Duration impatient = Duration.ofMillis(500);
                new AlertMailer(VERTX, mail, AlertMailer.config(mail), impatient, SHORT).send(ALERT);
                log.awaitLines(1);
                assertThat(log.messages()).singleElement().asString().contains("could not be mailed");
            }
        }

        @Test
        void is_tried_for_six_minutes() {
            assertThat(AlertMailer.PAUSES)
                    .containsExactly(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));
        }
    }

    private interface Scenario {
        void run(GreenMail server) throws Exception;
    }

    private static void withServer(String protocol, Scenario scenario) throws Exception {
        GreenMail server = server(0, protocol);
        server.start();
        try {
            scenario.run(server);
        } finally {
            server.stop();
        }
    }

    private static GreenMail server(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, "localhost", protocol);
        setup.setServerStartupTimeout(30_000);
        return new GreenMail(setup);
    }

    private static int port(GreenMail server) {
        return server.getSmtp() == null
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
    }

    private static AlertMailer mailer(String smtp) {
        Mail mail = mail(smtp);
        return new AlertMailer(VERTX, mail, AlertMailer.config(mail), PATIENCE, SHORT);
    }

    private static Mail mail(String smtp) {
        return new Mail(List.of("ops@example.org", "dev@example.org"), "humeur@example.org", SmtpServer.parse(smtp));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
