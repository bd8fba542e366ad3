package humeur.training.bert;

/**
 * The sizes of a BERT encoder (Devlin et al. 2019).
 *
 * @param layers transformer layers
 * @param hidden width of a token's vector
 * @param heads attention heads; they divide {@code hidden}
 * @param intermediate width of the feed-forward layer
 * @param vocabulary word pieces
 * @param positions the most tokens of a text
 */
public record EncoderShape(int layers, int hidden, int heads, int intermediate, int vocabulary, int positions) {
    /** MiniLM-L6-H384 uncased (Wang et al. 2020). */
    public static final EncoderShape MINILM_L6 = new EncoderShape(6, 384, 12, 1536, 30_522, 512);

    public EncoderShape {
        if (layers < 1 || heads < 1 || hidden % heads != 0) {
            throw new IllegalArgumentException(
                    "%d heads do not divide %d of %d layers".formatted(heads, hidden, layers));
        }
    }

    public int headWidth() {
        return hidden / heads;
    }
}
