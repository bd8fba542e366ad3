package humeur.telemetry.appinsights;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /** Empty without the header, and for one that says nothing or speaks of the past. */
    static Optional<Duration> parse(String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        return duration(header.strip()).filter(duration -> !duration.isNegative());
    }

    private static Optional<Duration> duration(String value) {
        try {
            if (Character.isDigit(value.charAt(0))) {
                return Optional.of(Duration.ofSeconds(Integer.parseInt(value)));
            }
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(Instant.now(), at));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
