package humeur.training.bert;

import java.util.BitSet;

/**
 * Which row of a shortened embedding table each piece has. Pieces that no training text holds were never fine-tuned; they
 * share the row of {@code [UNK]}, which makes the table a tenth smaller.
 *
 * @param rows for each piece of the vocabulary its row
 * @param pieces for each row the piece whose vector it is, ascending
 */
record PieceRows(int[] rows, int[] pieces) {
    /**
     * The rows of the pieces that texts hold, and of those that the tokenizer adds.
     *
     * @param vocabulary pieces of the whole vocabulary
     * @param unknown the piece that stands for those without a row
     */
    static PieceRows of(TokenizedTexts texts, int vocabulary, int unknown) {
        BitSet seen = new BitSet(vocabulary);
        seen.set(unknown);
        for (int text = 0; text < texts.size(); text++) {
            for (int i = 0; i < texts.length(text); i++) {
                seen.set(texts.id(text, i));
            }
        }
        int[] pieces = seen.stream().toArray();
        int[] rows = new int[vocabulary];
        for (int row = 0; row < pieces.length; row++) {
            rows[pieces[row]] = row;
        }
        for (int piece = 0; piece < vocabulary; piece++) {
            if (!seen.get(piece)) {
                rows[piece] = rows[unknown];
            }
        }
        return new PieceRows(rows, pieces);
    }

    /** The table with only the rows that are kept. */
    Tensor shortened(Tensor table) {
        int columns = table.shape()[1];
        Tensor kept = Tensor.zeros(pieces.length, columns);
        for (int row = 0; row < pieces.length; row++) {
            System.arraycopy(table.values(), pieces[row] * columns, kept.values(), row * columns, columns);
        }
        return kept;
    }

    /** A table of the whole vocabulary again. */
    static Tensor expanded(Tensor kept, int[] rows) {
        int columns = kept.shape()[1];
        Tensor table = Tensor.zeros(rows.length, columns);
        for (int piece = 0; piece < rows.length; piece++) {
            System.arraycopy(kept.values(), rows[piece] * columns, table.values(), piece * columns, columns);
        }
        return table;
    }
}
