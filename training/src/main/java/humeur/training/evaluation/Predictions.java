package humeur.training.evaluation;

import static java.util.Objects.requireNonNull;

/**
 * What a model said of texts whose labels are known.
 *
 * @param probabilities P(positive) of each text
 * @param labels whether each text is positive
 */
public record Predictions(float[] probabilities, boolean[] labels) {
    public Predictions {
        requireNonNull(probabilities, "probabilities is null");
        requireNonNull(labels, "labels is null");
        if (probabilities.length != labels.length || labels.length == 0) {
            throw new IllegalArgumentException("%d probabilities for %d labels; expected as many, and at least one"
                    .formatted(probabilities.length, labels.length));
        }
    }

    public int size() {
        return labels.length;
    }

    boolean correct(int row, double threshold) {
        return probabilities[row] >= threshold == labels[row];
    }
}
