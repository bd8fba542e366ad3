package humeur.text;

import static java.util.Objects.requireNonNull;

/**
 * A text as an encoder reads it: {@code [CLS]}, the text's first pieces, {@code [SEP]}.
 *
 * @param ids the vocabulary's number of each piece, {@code [CLS]} and {@code [SEP]} included
 * @param starts for each of {@code ids}, the UTF-16 index in the raw text at which the piece begins
 * @param ends for each of {@code ids}, the UTF-16 index in the raw text at which the piece ends, exclusive; the two
 *     markers stand for no text and end where they begin
 * @param total pieces of the whole text, without the markers
 */
public record Pieces(int[] ids, int[] starts, int[] ends, int total) {
    /** {@code [CLS]} and {@code [SEP]}. */
    public static final int MARKERS = 2;

    public Pieces {
        requireNonNull(ids, "ids is null");
        if (ids.length < MARKERS || starts.length != ids.length || ends.length != ids.length) {
            throw new IllegalArgumentException(
                    "%d ids, %d starts and %d ends; expected as many of each, and at least %d"
                            .formatted(ids.length, starts.length, ends.length, MARKERS));
        }
    }

    /** Pieces of the text that are here, without the markers. */
    public int used() {
        return ids.length - MARKERS;
    }

    /** Whether the text has more pieces than are here. */
    public boolean truncated() {
        return used() < total;
    }
}
