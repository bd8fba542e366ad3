package humeur.telemetry.alert;

import humeur.telemetry.alert.AlertSettings.Mail;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Mails alerts without holding anything up. Nothing of the mail client is loaded before the first one. A mail that a
 * server does not take is tried again after each of the pauses and then given up; the log hears of it once.
 */
final class AlertMailer {
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private static final Logger LOG = Logger.getLogger(AlertMailer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Mail mail;
    private final MailConfig config;
    private final Duration patience;
    private final List<Duration> pauses;

    AlertMailer(Vertx vertx, Mail mail) {
        this(vertx, mail, config(mail), PATIENCE, PAUSES);
    }

    /** @param patience for each attempt */
    AlertMailer(Vertx vertx, Mail mail, MailConfig config, Duration patience, List<Duration> pauses) {
        this.vertx = vertx;
        this.mail = mail;
        this.config = config;
        this.patience = patience;
        this.pauses = pauses;
    }

    static MailConfig config(Mail mail) {
        SmtpServer server = mail.server();
        MailConfig config = new MailConfig(server.host(), server.port());
        config.setSsl(server.tls() == SmtpServer.Tls.ALWAYS);
        config.setStarttls(
                switch (server.tls()) {
                    case ALWAYS, NONE -> StartTLSOptions.DISABLED;
                    case REQUIRED -> StartTLSOptions.REQUIRED;
                    case OFFERED -> StartTLSOptions.OPTIONAL;
                });
        config.setHostnameVerificationAlgorithm("HTTPS");
        server.login().ifPresent(login -> config.setUsername(login.user()).setPassword(login.password()));
        // The other methods would need a native executable with more character sets and digests.
        config.setAuthMethods("PLAIN LOGIN");
        // Otherwise the name of this machine would be looked up, on the event loop.
        config.setOwnHostname(mail.from().substring(mail.from().indexOf('@') + 1));
        config.setKeepAlive(false);
        return config;
    }

    void send(Alert alert) {
        MailMessage message = new MailMessage()
                .setFrom(mail.from())
                .setTo(mail.to())
                .setSubject(alert.subject())
                .setText(alert.text())
                .addHeader("Auto-Submitted", "auto-generated");
        attempt(message, 0);
    }

    private void attempt(MailMessage message, int number) {
        // A client's making loads classes and opens key stores. Each attempt has its own: the client itself waits for
        // ever for a server that says nothing, and would keep that connection.
        vertx.executeBlocking(() -> MailClient.create(vertx, config))
                .compose(client -> client.sendMail(message)
                        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .onComplete(done -> client.close()))
                .onSuccess(sent -> LOG.infof("The alert has been mailed through %s", mail.server()))
                .onFailure(failure -> {
                    if (number == 0) {
                        report(failure);
                    }
                    if (number < pauses.size()) {
                        vertx.setTimer(pauses.get(number).toMillis(), timer -> attempt(message, number + 1));
                    }
                });
    }

    private void report(Throwable failure) {
        String plan = pauses.stream().map(pause -> pause.toSeconds() + " s").collect(Collectors.joining(", "));
        LOG.warnf(
                "The alert could not be mailed through %s (%s). It is tried again after %s, then given up;"
                        + " HUMEUR_ALERT_SMTP names the server",
                mail.server(), reason(failure), plan);
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String cause = failure.getCause() == null
                ? ""
                : String.valueOf(failure.getCause().getMessage());
        return (message.contains(cause) ? message : message + ": " + cause)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
