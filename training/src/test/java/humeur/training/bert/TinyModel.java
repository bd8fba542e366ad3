package humeur.training.bert;

import humeur.text.Vocabulary;
import humeur.text.WordPiece;
import humeur.training.data.Example;
import humeur.training.data.LabelledText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** An encoder of two narrow layers, and texts that it can learn within seconds. */
final class TinyModel {
    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "good", "bad", "happy", "sad", "a", "day", "so", "it", "was",
            "!");
    private static final List<String> POSITIVE = List.of("good", "happy");
    private static final List<String> NEGATIVE = List.of("bad", "sad");
    private static final List<String> NEUTRAL = List.of("a", "day", "so", "it", "was", "!");

    static final EncoderShape SHAPE = new EncoderShape(2, 16, 2, 32, VOCABULARY.size(), 16);
    static final WordPiece WORD_PIECE = new WordPiece(Vocabulary.of(VOCABULARY));

    private TinyModel() {}

    static TokenizedTexts texts(int count, long seed) {
        Random random = new Random(seed);
        List<Example> examples =
                IntStream.range(0, count).mapToObj(i -> example(random)).toList();
        return TokenizedTexts.of(examples, WORD_PIECE, SHAPE.positions());
    }

    private static Example example(Random random) {
        boolean positive = random.nextBoolean();
        StringBuilder text = new StringBuilder(any(random, positive ? POSITIVE : NEGATIVE));
        for (int i = random.nextInt(8); i > 0; i--) {
            text.insert(0, any(random, NEUTRAL) + " ");
        }
        return Example.of(new LabelledText(text.toString(), positive));
    }

    private static String any(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    static Weights weights() {
        Random random = new Random(3);
        int hidden = SHAPE.hidden();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(ParameterNames.WORDS, normal(random, SHAPE.vocabulary(), hidden));
        tensors.put(ParameterNames.POSITIONS, normal(random, SHAPE.positions(), hidden));
        norm(tensors, ParameterNames.EMBEDDINGS_NORM);
        for (int layer = 0; layer < SHAPE.layers(); layer++) {
            linear(tensors, random, ParameterNames.attention(layer), 3 * hidden, hidden);
            linear(tensors, random, ParameterNames.attentionOutput(layer), hidden, hidden);
            norm(tensors, ParameterNames.attentionNorm(layer));
            linear(tensors, random, ParameterNames.intermediate(layer), SHAPE.intermediate(), hidden);
            linear(tensors, random, ParameterNames.output(layer), hidden, SHAPE.intermediate());
            norm(tensors, ParameterNames.outputNorm(layer));
        }
        return new Weights(SHAPE, tensors).withNewClassifier(5);
    }

    private static void linear(Map<String, Tensor> tensors, Random random, String name, int out, int in) {
        tensors.put(ParameterNames.weight(name), normal(random, out, in));
        tensors.put(ParameterNames.bias(name), Tensor.zeros(out));
    }

    private static void norm(Map<String, Tensor> tensors, String name) {
        Tensor ones = Tensor.zeros(SHAPE.hidden());
        java.util.Arrays.fill(ones.values(), 1);
        tensors.put(ParameterNames.weight(name), ones);
        tensors.put(ParameterNames.bias(name), Tensor.zeros(SHAPE.hidden()));
    }

    private static Tensor normal(Random random, int rows, int columns) {
        Tensor tensor = Tensor.zeros(rows, columns);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) (random.nextGaussian() * 0.2);
        }
        return tensor;
    }
}
