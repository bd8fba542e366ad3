package humeur.training.bert;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SigmoidBinaryCrossEntropyLoss;
import java.util.stream.IntStream;

/**
 * One step of training at a time: cross-entropy of a batch, gradients clipped to a norm of one, AdamW. A step's dropout
 * follows from its seed alone.
 */
final class FineTuning {
    private static final double LARGEST_NORM = 1;

    private final BertClassifier classifier;
    private final Loss loss = new SigmoidBinaryCrossEntropyLoss("loss", 1, false);

    FineTuning(BertClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Updates the weights, unless the loss or a gradient is not finite.
     *
     * @param updates updates so far, this one included
     */
    StepResult step(Batch batch, double rate, long updates, int seed) {
        Engine.getEngine("PyTorch").setRandomSeed(seed);
        try (NDManager scope = classifier.manager().newSubManager()) {
            BertClassifier.Inputs inputs = classifier.inputs(batch, scope);
            double value = backward(inputs, scope);
            float[] words = gradient(inputs.words());
            float[] positions = gradient(inputs.positions());
            double squares = Squares.sum(words, words.length) + Squares.sum(positions, positions.length);
            for (DenseParameter parameter : classifier.dense()) {
                squares += parameter.gradientSquares();
            }
            boolean finite = Double.isFinite(value) && Double.isFinite(squares);
            if (finite) {
                float scale = (float) Math.min(1, LARGEST_NORM / Math.sqrt(squares));
                classifier.words().update(batch.words(), words, rate, scale);
                classifier.positions().update(places(batch), positions, rate, scale);
                AdamW.Step step = new AdamW.Step(rate, scale, updates);
                classifier.dense().forEach(parameter -> parameter.update(step));
            }
            classifier.dense().forEach(DenseParameter::clearGradient);
            return finite ? new StepResult.Updated(value) : new StepResult.Skipped();
        }
    }

    private double backward(BertClassifier.Inputs inputs, NDManager scope) {
        inputs.words().setRequiresGradient(true);
        inputs.positions().setRequiresGradient(true);
        NDArray labels = scope.create(inputs.batch().labels());
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray logits = classifier.logits(inputs, true);
            NDArray value = loss.evaluate(new NDList(labels), new NDList(logits));
            collector.backward(value);
            return value.getFloat();
        }
    }

    private static float[] gradient(NDArray array) {
        try (NDArray gradient = array.getGradient()) {
            return gradient.toFloatArray();
        }
    }

    private static int[] places(Batch batch) {
        return IntStream.range(0, batch.length()).toArray();
    }
}
