package humeur.telemetry.alert;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When the alert is raised, and who is told.
 *
 * @param negatives as many raise it
 * @param window if they come within less than this
 * @param mail empty when it is switched off, or set wrongly
 * @param complaints what is set wrongly, a sentence each that names the variable; never a password
 */
record AlertSettings(int negatives, Duration window, Optional<Mail> mail, List<String> complaints) {
    static final int NEGATIVES = 3;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    AlertSettings {
        requireNonNull(window, "window is null");
        requireNonNull(mail, "mail is null");
        complaints = List.copyOf(complaints);
    }

    /**
     * @param to addresses
     * @param from an address
     */
    record Mail(List<String> to, String from, SmtpServer server) {
        Mail {
            to = List.copyOf(to);
            requireNonNull(from, "from is null");
            requireNonNull(server, "server is null");
        }
    }

    /** What is set, as it is set; a mistake in it must not keep the service from predicting. */
    record Source(
            Optional<String> negatives,
            Optional<String> window,
            Optional<String> to,
            Optional<String> from,
            Optional<String> smtp) {
        AlertSettings read() {
            List<String> complaints = new ArrayList<>();
            int negatives =
                    value("HUMEUR_ALERT_NEGATIVES", this.negatives, AlertSettings::count, NEGATIVES, complaints);
            Duration window = value("HUMEUR_ALERT_WINDOW", this.window, AlertSettings::duration, WINDOW, complaints);
            return new AlertSettings(negatives, window, mail(complaints), complaints);
        }

        private Optional<Mail> mail(List<String> complaints) {
            if (Stream.of(to, from, smtp).allMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            int before = complaints.size();
            List<String> addresses = mailValue("HUMEUR_ALERT_TO", to, AlertSettings::addresses, complaints);
            String sender = mailValue("HUMEUR_ALERT_FROM", from, AlertSettings::address, complaints);
            SmtpServer server = mailValue("HUMEUR_ALERT_SMTP", smtp, SmtpServer::parse, complaints);
            return complaints.size() == before ? Optional.of(new Mail(addresses, sender, server)) : Optional.empty();
        }
    }

    private static <T> T value(
            String name, Optional<String> set, Function<String, T> read, T otherwise, List<String> complaints) {
        try {
            return set.map(read).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            complaints.add("%s is wrong: %s. It counts as %s.".formatted(name, e.getMessage(), text(otherwise)));
            return otherwise;
        }
    }

    private static <T> T mailValue(
            String name, Optional<String> set, Function<String, T> read, List<String> complaints) {
        if (set.isEmpty()) {
            complaints.add(
                    "%s is not set, so no alert is mailed: HUMEUR_ALERT_TO, HUMEUR_ALERT_FROM and".formatted(name)
                            + " HUMEUR_ALERT_SMTP belong together.");
            return null;
        }
        try {
            return read.apply(set.get());
        } catch (IllegalArgumentException e) {
            complaints.add("%s is wrong, so no alert is mailed: %s.".formatted(name, e.getMessage()));
            return null;
        }
    }

    private static int count(String value) {
        String message = "it has to be a whole number from 1 to " + NegativeRule.MOST_COUNTED;
        try {
            int count = Integer.parseInt(value.strip());
            if (count >= 1 && count <= NegativeRule.MOST_COUNTED) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(message, e);
        }
        throw new IllegalArgumentException(message);
    }

    private static Duration duration(String value) {
        String message = "it has to be a duration such as 5m or 90s, at most 24h";
        try {
            Duration duration = DurationConverter.parseDuration(value.strip());
            if (duration != null
                    && !duration.isZero()
                    && !duration.isNegative()
                    && duration.compareTo(LONGEST_WINDOW) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(message, e);
        }
        throw new IllegalArgumentException(message);
    }

    private static String text(Object value) {
        return value instanceof Duration duration ? duration.toMinutes() + "m" : value.toString();
    }

    private static List<String> addresses(String value) {
        List<String> addresses = Arrays.stream(value.split(","))
                .map(AlertSettings::address)
                .collect(Collectors.toCollection(ArrayList::new));
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("it has to be an address, or several with commas between them");
        }
        return addresses;
    }

    /** Only what could break out of a header or out of an SMTP command matters; the server judges the rest. */
    private static String address(String value) {
        String address = value.strip();
        if (!address.matches("[^\\s\\p{Cntrl}<>,;\"@]+@[^\\s\\p{Cntrl}<>,;\"@]+")) {
            throw new IllegalArgumentException("each address has to have the form name@example.org");
        }
        return address;
    }
}
