package humeur.text;

import java.util.Arrays;

/** Pieces in the making: keeps as many as are wanted and counts the rest. */
final class PieceList {
    private static final int USUAL_LENGTH = 48;

    private final NormalizedText text;
    private final int limit;
    private int[] ids;
    private int[] starts;
    private int[] ends;
    private int size;
    private int total;

    PieceList(NormalizedText text, int limit, int first) {
        this.text = text;
        this.limit = limit;
        int capacity = Math.min(limit, USUAL_LENGTH);
        ids = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        store(first, text.source(0), text.source(0));
    }

    /** Adds the piece that stands at {@code start} to {@code end} of the normalised text. */
    void add(int id, int start, int end) {
        total++;
        if (size < limit - 1) {
            store(id, text.source(start), rawEnd(start, end));
        }
    }

    Pieces end(int last) {
        int rawEnd = text.source(text.text().length());
        store(last, rawEnd, rawEnd);
        return new Pieces(Arrays.copyOf(ids, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), total);
    }

    /** All of a replacement such as {@code USER} has one source; each of its pieces then stands for the whole. */
    private int rawEnd(int start, int end) {
        int at = end;
        while (at < text.text().length() && text.source(at) <= text.source(start)) {
            at++;
        }
        return text.source(at);
    }

    private void store(int id, int start, int end) {
        if (size == ids.length) {
            int capacity = Math.min(limit, size * 2);
            ids = Arrays.copyOf(ids, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size] = end;
        size++;
    }
}
