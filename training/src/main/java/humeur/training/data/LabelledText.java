package humeur.training.data;

import static java.util.Objects.requireNonNull;

/**
 * A raw text and what its author felt.
 *
 * @param text as the file holds it, before any normalisation
 * @param positive the label; neutral texts are never read
 */
public record LabelledText(String text, boolean positive) {
    public LabelledText {
        requireNonNull(text, "text is null");
    }
}
