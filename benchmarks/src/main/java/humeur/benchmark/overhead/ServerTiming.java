package humeur.benchmark.overhead;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the service says that the time of an answer went (W3C Server Timing), in ms.
 *
 * @param model tokenizer and model
 * @param total from the request's first byte to the answer's head
 */
record ServerTiming(double model, double total) {
    private static final Pattern HEADER =
            Pattern.compile("tokenise;dur=([\\d.]+), infer;dur=([\\d.]+), total;dur=([\\d.]+)");

    /** @throws IllegalArgumentException if it does not tell all of it */
    static ServerTiming parse(String header) {
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a prediction's Server-Timing: \"" + header + "\"");
        }
        return new ServerTiming(
                Double.parseDouble(matcher.group(1)) + Double.parseDouble(matcher.group(2)),
                Double.parseDouble(matcher.group(3)));
    }
}
