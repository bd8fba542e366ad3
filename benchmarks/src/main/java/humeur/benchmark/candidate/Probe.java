package humeur.benchmark.candidate;

import static java.util.Objects.requireNonNull;

import humeur.benchmark.http.HttpAnswer;
import humeur.benchmark.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One request and what its right answer holds.
 *
 * @param request  as it goes over the wire
 * @param expected patterns that must all be found in the body of a 200
 */
public record Probe(HttpRequest request, List<Pattern> expected) {
    private static final int OK = 200;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** A text that no sentiment model may call negative. */
    public static final Probe PREDICTION = new Probe(
            HttpRequest.prediction("I love this, thank you so much, what a wonderful day!"),
            List.of(
                    Pattern.compile("\"prediction\"\\s*:\\s*1\\b"),
                    Pattern.compile("\"sentiment\"\\s*:\\s*\"Positive\"")));

    /** {@code GET /} answered with 200, whatever the body. */
    public static final Probe ROOT = new Probe(HttpRequest.get("/"), List.of());

    /** What an answer says about the service. */
    public enum Verdict {
        RIGHT,
        /** The service says itself that it is not ready (503). */
        NOT_YET,
        WRONG
    }

    public Probe {
        requireNonNull(request, "request is null");
        expected = List.copyOf(expected);
    }

    public Verdict judge(HttpAnswer answer) {
        if (answer.status() == SERVICE_UNAVAILABLE) {
            return Verdict.NOT_YET;
        }
        String body = answer.text();
        boolean right = answer.status() == OK
                && expected.stream().allMatch(pattern -> pattern.matcher(body).find());
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }
}
