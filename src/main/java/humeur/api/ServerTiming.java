package humeur.api;

import humeur.telemetry.Outcome;
import humeur.telemetry.Predicted;
import java.time.Duration;

/** The header {@code Server-Timing} (W3C Server Timing): where the time of an answer went, in milliseconds. */
final class ServerTiming {
    static final String HEADER = "Server-Timing";

    private ServerTiming() {}

    /** The model's share, all texts together, and the whole. */
    static String of(Outcome outcome, Duration total) {
        StringBuilder header = new StringBuilder(64);
        if (!outcome.predictions().isEmpty()) {
            long tokenise = 0;
            long infer = 0;
            for (Predicted predicted : outcome.predictions()) {
                tokenise += predicted.timing().tokenise().toNanos();
                infer += predicted.timing().infer().toNanos();
            }
            append(header, "tokenise", tokenise).append(", ");
            append(header, "infer", infer).append(", ");
        }
        return append(header, "total", total.toNanos()).toString();
    }

    /** By hand, since a formatter would be the first answer's only use of one. */
    private static StringBuilder append(StringBuilder header, String name, long nanos) {
        long micros = nanos / 1_000;
        String fraction = Long.toString(1_000 + micros % 1_000);
        return header.append(name)
                .append(";dur=")
                .append(micros / 1_000)
                .append('.')
                .append(fraction, 1, 4);
    }
}
