package humeur.benchmark.overhead;

import humeur.benchmark.http.HttpAnswer;
import humeur.benchmark.http.HttpConnection;
import humeur.benchmark.http.HttpRequest;
import humeur.benchmark.process.RunningCandidate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts that a model reads as exactly so many tokens: those among others for which the service says so. */
final class TextsOfLength {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final int tokens;
    private final Pattern total;
    private final Pattern used;

    TextsOfLength(int tokens) {
        this.tokens = tokens;
        total = Pattern.compile("\"tokens_total\"\\s*:\\s*%d\\b".formatted(tokens));
        used = Pattern.compile("\"tokens_used\"\\s*:\\s*%d\\b".formatted(tokens));
    }

    /** What every answer to such a text holds. */
    String expected() {
        return "\"tokens_total\":%d,\"tokens_used\":%d".formatted(tokens, tokens);
    }

    /**
     * The first of the texts that have that length, as many as are wanted.
     *
     * @throws humeur.benchmark.process.CandidateFailedException if the service fails, or there are fewer
     */
    List<String> among(List<String> texts, int wanted, RunningCandidate service) {
        List<String> found = new ArrayList<>();
        try (HttpConnection connection = service.connect(LONGEST_WAIT)) {
            for (String text : texts) {
                if (holds(connection.exchange(HttpRequest.prediction(text)))) {
                    found.add(text);
                }
                if (found.size() == wanted) {
                    return List.copyOf(found);
                }
            }
        } catch (IOException e) {
            throw service.failed("breaks the connection: " + e.getMessage());
        }
        throw service.failed("finds %d tokens in %d of %d texts, too few for %d"
                .formatted(tokens, found.size(), texts.size(), wanted));
    }

    private boolean holds(HttpAnswer answer) {
        String body = answer.text();
        return answer.status() == 200
                && total.matcher(body).find()
                && used.matcher(body).find();
    }
}
