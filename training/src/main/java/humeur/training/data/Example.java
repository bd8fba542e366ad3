package humeur.training.data;

import static java.util.Objects.requireNonNull;

import humeur.text.TweetNormalizer;
import humeur.text.WordTokenizer;

/**
 * A labelled text in the form that a model reads.
 *
 * @param text as the file holds it
 * @param words its normalised words, joined by one space
 * @param positive the label
 */
public record Example(String text, String words, boolean positive) {
    public Example {
        requireNonNull(text, "text is null");
        requireNonNull(words, "words is null");
    }

    /** Brings a text to its words exactly as serving does. */
    public static Example of(LabelledText labelled) {
        return new Example(labelled.text(), words(labelled.text()), labelled.positive());
    }

    /** The normalised words of a raw text, joined by one space. */
    public static String words(String text) {
        return WordTokenizer.join(WordTokenizer.tokenize(TweetNormalizer.normalize(text)));
    }

    public Part part() {
        return Part.of(words);
    }
}
