package humeur.text;

import static java.util.Objects.requireNonNull;

/**
 * A text in the one form that every model is trained on and serves, with the way back to the text as it was sent.
 *
 * @param text the normalised text
 * @param sources for each UTF-16 index of {@code text}, and for its end, the UTF-16 index of the raw text that it came
 *     from; ascending, {@code text.length() + 1} entries
 */
public record NormalizedText(String text, int[] sources) {
    public NormalizedText {
        requireNonNull(text, "text is null");
        requireNonNull(sources, "sources is null");
        if (sources.length != text.length() + 1) {
            throw new IllegalArgumentException(
                    "%d sources for %d characters and their end".formatted(sources.length, text.length()));
        }
    }

    /** The UTF-16 index in the raw text at which the character at {@code index} begins. */
    public int source(int index) {
        return sources[index];
    }
}
