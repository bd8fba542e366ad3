package humeur.telemetry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.telemetry.alert.AlertSettings.Mail;
import humeur.telemetry.alert.AlertSettings.Source;
import humeur.telemetry.alert.SmtpServer.Login;
import humeur.telemetry.alert.SmtpServer.Tls;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertSettingsTest {
    private static final String TO = "ops@example.org, dev@example.org";
    private static final String FROM = "humeur@example.org";
    private static final String SMTP = "smtps://bob:secret@mail.example.org:465";

    @Nested
    class By_default {
        private final AlertSettings settings = read("", "", "", "", "");

        @Test
        void three_negatives_within_five_minutes_raise_it() {
            assertThat(settings.negatives()).isEqualTo(3);
            assertThat(settings.window()).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void nobody_is_mailed_and_nothing_is_complained_of() {
            assertThat(settings.mail()).isEmpty();
            assertThat(settings.complaints()).isEmpty();
        }
    }

    @Test
    void theNamesAreThoseOfTheReadme() {
        List<String> names = Arrays.stream(NegativeAlert.class.getDeclaredConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(ConfigProperty.class)))
                .map(ConfigProperty::name)
                .toList();
        assertThat(names)
                .containsExactly(
                        "humeur.alert.negatives",
                        "humeur.alert.window",
                        "humeur.alert.to",
                        "humeur.alert.from",
                        "humeur.alert.smtp");
    }

    @Nested
    class A_whole_configuration {
        @Test
        void names_who_is_mailed_by_whom_through_what() {
            AlertSettings settings = read("2", "90s", TO, FROM, SMTP);
            assertThat(settings.complaints()).isEmpty();
            assertThat(settings.negatives()).isEqualTo(2);
            assertThat(settings.window()).isEqualTo(Duration.ofSeconds(90));
            assertThat(settings.mail())
                    .contains(new Mail(
                            List.of("ops@example.org", "dev@example.org"),
                            FROM,
                            new SmtpServer(
                                    "mail.example.org", 465, Tls.ALWAYS, Optional.of(new Login("bob", "secret")))));
        }

        @Test
        void never_shows_the_password() {
            assertThat(read("", "", TO, FROM, SMTP).toString()).doesNotContain("secret");
        }
    }

    @Nested
    class Half_a_configuration {
        @Test
        void mails_nobody_and_names_what_is_missing() {
            AlertSettings settings = read("", "", TO, "", SMTP);
            assertThat(settings.mail()).isEmpty();
            assertThat(settings.complaints())
                    .singleElement()
                    .asString()
                    .startsWith("HUMEUR_ALERT_FROM is not set")
                    .contains("HUMEUR_ALERT_TO", "HUMEUR_ALERT_SMTP");
        }

        @Test
        void names_all_that_is_missing() {
            assertThat(read("", "", TO, "", "").complaints()).hasSize(2);
        }
    }

    @Nested
    class A_mistake {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mail.example.org:25",
                    "http://mail.example.org:25",
                    "smtp://mail.example.org",
                    "smtp://mail.example.org:0",
                    "smtp://mail.example.org:70000",
                    "smtp://mail.example.org:25/secret",
                    "smtp://mail.example.org:25?secret",
                    "smtp://:25",
                    "smtp://secret@mail.example.org:25",
                    "smtp://bob:@mail.example.org:25",
                    "smtp://bob:se cret@mail.example.org:25",
                    "smtp://bob:secret@secret@mail.example.org:25",
                    "smtp://bob:secret%zz@mail.example.org:25",
                    "smtp://bob:secret#@mail.example.org:25",
                    "secret"
                })
        void in_the_server_names_the_variable_and_the_form_but_not_the_value(String smtp) {
            AlertSettings settings = read("", "", TO, FROM, smtp);
            assertThat(settings.mail()).isEmpty();
            assertThat(settings.complaints())
                    .singleElement()
                    .asString()
                    .startsWith("HUMEUR_ALERT_SMTP is wrong")
                    .contains("smtp://[user:password@]host:port")
                    .doesNotContain("secret");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"ops", "ops@", "@example.org", "a@b@c", "a@b,,c@d", "a@b;c@d", "a@b\r\nBcc: c@d", "<a@b>"})
        void in_an_address_names_the_variable(String address) {
            assertThat(read("", "", address, FROM, SMTP).complaints())
                    .singleElement()
                    .asString()
                    .startsWith("HUMEUR_ALERT_TO is wrong");
            assertThat(read("", "", TO, address, SMTP).complaints())
                    .singleElement()
                    .asString()
                    .startsWith("HUMEUR_ALERT_FROM is wrong");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "three", "1001", "3.0"})
        void in_the_number_leaves_the_default_and_the_mail(String negatives) {
            AlertSettings settings = read(negatives, "", TO, FROM, SMTP);
            assertThat(settings.negatives()).isEqualTo(3);
            assertThat(settings.mail()).isPresent();
            assertThat(settings.complaints())
                    .singleElement()
                    .asString()
                    .startsWith("HUMEUR_ALERT_NEGATIVES is wrong")
                    .endsWith("It counts as 3.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0s", "-5m", "five minutes", "2d", "5 m"})
        void in_the_window_leaves_the_default_and_the_mail(String window) {
            AlertSettings settings = read("", window, TO, FROM, SMTP);
            assertThat(settings.window()).isEqualTo(Duration.ofMinutes(5));
            assertThat(settings.mail()).isPresent();
            assertThat(settings.complaints())
                    .singleElement()
                    .asString()
                    .startsWith("HUMEUR_ALERT_WINDOW is wrong")
                    .endsWith("It counts as 5m.");
        }
    }

    @Nested
    class The_server {
        @Test
        void is_spoken_to_in_clear_only_on_this_machine_or_without_a_password() {
            assertThat(SmtpServer.parse("smtps://mail.example.org:465").tls()).isEqualTo(Tls.ALWAYS);
            assertThat(SmtpServer.parse("smtp://bob:secret@mail.example.org:587")
                            .tls())
                    .isEqualTo(Tls.REQUIRED);
            assertThat(SmtpServer.parse("smtp://mail.example.org:25").tls()).isEqualTo(Tls.OFFERED);
            assertThat(SmtpServer.parse("smtp://bob:secret@localhost:25").tls()).isEqualTo(Tls.NONE);
            assertThat(SmtpServer.parse("smtp://[::1]:25").tls()).isEqualTo(Tls.NONE);
        }

        @Test
        void takes_escapes_in_a_password() {
            assertThat(SmtpServer.parse("SMTPS://bob%40example.org:p%3A%2Fs+%C3%A9%25@mail.example.org:465/")
                            .login())
                    .contains(new Login("bob@example.org", "p:/s+é%"));
        }
    }

    private static AlertSettings read(String negatives, String window, String to, String from, String smtp) {
        return new Source(set(negatives), set(window), set(to), set(from), set(smtp)).read();
    }

    private static Optional<String> set(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
