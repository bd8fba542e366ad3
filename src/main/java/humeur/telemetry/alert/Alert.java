package humeur.telemetry.alert;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An episode that begins, without any of its texts.
 *
 * @param negatives how many raised it
 * @param window within less than this
 * @param at when, by the wall clock
 * @param model the last one's model, {@code name@version}
 */
record Alert(int negatives, Duration window, Instant at, String model) {
    Alert {
        requireNonNull(window, "window is null");
        requireNonNull(at, "at is null");
        requireNonNull(model, "model is null");
    }

    String subject() {
        return "Humeur: %s in less than %s".formatted(texts(), words(window));
    }

    String text() {
        return """
                %s in less than %s, the last at %s by the model %s.

                This is what one instance of Humeur has seen; others may have seen more. Its texts are not kept.
                While this goes on no further mail comes; it ends when %s have passed without as many.
                """.formatted(texts(), words(window), at.truncatedTo(ChronoUnit.SECONDS), model, words(window));
    }

    private String texts() {
        return negatives == 1 ? "1 negative text" : negatives + " negative texts";
    }

    private static String words(Duration duration) {
        boolean minutes = duration.toMillis() % 60_000 == 0;
        if (!minutes) {
            return duration.toMillis() / 1_000.0 + " seconds";
        }
        return duration.toMinutes() == 1 ? "1 minute" : duration.toMinutes() + " minutes";
    }
}
