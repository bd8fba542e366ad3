package humeur.telemetry.alert;

import humeur.sentiment.Sentiment;
import humeur.telemetry.AlertState;
import humeur.telemetry.Exchange;
import humeur.telemetry.Observer;
import humeur.telemetry.Predicted;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Counts this instance's negative predictions, each item of a batch as one, those of probes and load tests not at all, and
 * mails once for each episode if there is someone to mail to.
 */
@Singleton
class NegativeAlert implements Observer, AlertState {
    private static final Logger LOG = Logger.getLogger(NegativeAlert.class);

    private final AlertSettings settings;
    private final NegativeRule rule;
    private final LongSupplier nanoTime;
    private final Consumer<Alert> tell;

    @Inject
    NegativeAlert(
            Vertx vertx,
            @ConfigProperty(name = "humeur.alert.negatives") Optional<String> negatives,
            @ConfigProperty(name = "humeur.alert.window") Optional<String> window,
            @ConfigProperty(name = "humeur.alert.to") Optional<String> to,
            @ConfigProperty(name = "humeur.alert.from") Optional<String> from,
            @ConfigProperty(name = "humeur.alert.smtp") Optional<String> smtp) {
        this(new AlertSettings.Source(negatives, window, to, from, smtp).read(), System::nanoTime, vertx);
    }

    private NegativeAlert(AlertSettings settings, LongSupplier nanoTime, Vertx vertx) {
        this(settings, nanoTime, mailer(settings, vertx));
        settings.complaints().forEach(LOG::error);
    }

    /** @param tell hears of each episode as it begins */
    NegativeAlert(AlertSettings settings, LongSupplier nanoTime, Consumer<Alert> tell) {
        this.settings = settings;
        this.rule = new NegativeRule(settings.negatives(), settings.window());
        this.nanoTime = nanoTime;
        this.tell = tell;
    }

    @Override
    public void answered(Exchange exchange) {
        if (exchange.synthetic()) {
            return;
        }
        for (Predicted predicted : exchange.outcome().predictions()) {
            if (predicted.sentiment() == Sentiment.NEGATIVE && begins()) {
                String model = predicted.model() + "@" + predicted.modelVersion();
                tell.accept(new Alert(settings.negatives(), settings.window(), Instant.now(), model));
            }
        }
    }

    @Override
    public synchronized int negatives() {
        return rule.negatives(nanoTime.getAsLong());
    }

    @Override
    public int threshold() {
        return settings.negatives();
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public synchronized boolean raised() {
        return rule.raised(nanoTime.getAsLong());
    }

    private synchronized boolean begins() {
        return rule.negative(nanoTime.getAsLong());
    }

    private static Consumer<Alert> mailer(AlertSettings settings, Vertx vertx) {
        if (settings.mail().isEmpty()) {
            return alert -> {};
        }
        AlertSettings.Mail mail = settings.mail().get();
        // Made with the first alert, and not on the event loop: the mail client's classes are none of the start's
        // business.
        Supplier<AlertMailer> mailer = new Supplier<>() {
            private AlertMailer made;

            @Override
            public synchronized AlertMailer get() {
                if (made == null) {
                    made = new AlertMailer(vertx, mail);
                }
                return made;
            }
        };
        return alert -> vertx.executeBlocking(() -> {
            mailer.get().send(alert);
            return null;
        });
    }
}
