package humeur.sentiment;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a text's words moved the model's answer, in log-odds.
 *
 * @param method how the shares were found
 * @param bias the log-odds of a text without any word
 * @param words in the order of the text
 */
public record Explanation(Method method, float bias, List<Contribution> words) {
    public Explanation {
        requireNonNull(method, "method is null");
        words = List.copyOf(requireNonNull(words, "words is null"));
    }

    /** How a word's share was found. */
    public enum Method {
        /** The model is linear and tells the shares itself; with the bias they sum to the log-odds. */
        EXACT,
        /** The model was run again without the word; the shares need not sum to anything. */
        OCCLUSION
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
