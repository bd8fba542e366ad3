package humeur.sentiment;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a text's words moved the model's answer, in log-odds.
 *
 * @param bias the log-odds of a text without any word
 * @param words in the order of the text
 */
public record Explanation(float bias, List<Contribution> words) {
    public Explanation {
        words = List.copyOf(requireNonNull(words, "words is null"));
    }

    /**
     * One word's share.
     *
     * @param text the word as it was sent
     * @param start offset in the text as it was sent, in code points, inclusive
     * @param end offset in code points, exclusive
     * @param logOdds positive where the word speaks for a positive text
     */
    public record Contribution(String text, int start, int end, float logOdds) {}
}
