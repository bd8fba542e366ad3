package humeur.training.bert;

import ai.djl.ndarray.NDManager;
import humeur.training.evaluation.Predictions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Asks a classifier for the probability of many texts, those of about the same length together. */
final class Scorer {
    private static final int BATCH = 64;

    private final BertClassifier classifier;
    private final TokenizedTexts texts;
    private final Batch.Gatherer gatherer;
    private final int[] byLength;

    Scorer(BertClassifier classifier, TokenizedTexts texts) {
        this.classifier = classifier;
        this.texts = texts;
        gatherer = new Batch.Gatherer(texts, classifier.shape().vocabulary());
        byLength = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(texts::length))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Predictions predict() {
        float[] probabilities = new float[texts.size()];
        for (int from = 0; from < byLength.length; from += BATCH) {
            int[] rows = Arrays.copyOfRange(byLength, from, Math.min(byLength.length, from + BATCH));
            float[] logits = logits(gatherer.gather(rows));
            for (int i = 0; i < rows.length; i++) {
                probabilities[rows[i]] = (float) (1 / (1 + Math.exp(-logits[i])));
            }
        }
        return new Predictions(probabilities, texts.labels());
    }

    private float[] logits(Batch batch) {
        try (NDManager scope = classifier.manager().newSubManager()) {
            return classifier.logits(classifier.inputs(batch, scope), false).toFloatArray();
        }
    }
}
