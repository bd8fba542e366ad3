package humeur.training.bert;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * All parameters of a classifier, by the names of {@link ParameterNames}, in a fixed order. Matrices are stored as
 * output × input.
 *
 * @param shape the encoder's sizes
 * @param tensors by name
 */
public record Weights(EncoderShape shape, Map<String, Tensor> tensors) {
    private static final double INITIAL_DEVIATION = 0.02;

    public Weights {
        requireNonNull(shape, "shape is null");
        tensors = new LinkedHashMap<>(tensors);
    }

    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no parameter \"%s\"".formatted(name));
        }
        return tensor;
    }

    /** These with a classifier of one logit that has learnt nothing yet. */
    public Weights withNewClassifier(long seed) {
        Map<String, Tensor> all = new LinkedHashMap<>(tensors);
        all.put(ParameterNames.weight(ParameterNames.CLASSIFIER), normal(new Random(seed), 1, shape.hidden()));
        all.put(ParameterNames.bias(ParameterNames.CLASSIFIER), Tensor.zeros(1));
        return new Weights(shape, all);
    }

    private static Tensor normal(Random random, int... shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) (random.nextGaussian() * INITIAL_DEVIATION);
        }
        return tensor;
    }
}
