package humeur.training.release;

import static java.util.Objects.requireNonNull;

import humeur.training.evaluation.Metrics;
import humeur.training.evaluation.PairedComparison;
import humeur.training.evaluation.Parity;
import java.util.Optional;

/**
 * All that a manifest and a card say of a model besides its file.
 *
 * @param provenance what it was trained on
 * @param test metrics on the test part
 * @param manual metrics on a human-labelled file, where one was given
 * @param parity how far what serves is from what was trained
 * @param quantization accuracy of the integers that are served less that of the trained floats, where they differ
 * @param tuning a Markdown table of what each choice costs; empty where none was made
 */
public record ModelRelease(
        Provenance provenance,
        Metrics test,
        Optional<Metrics> manual,
        Parity parity,
        Optional<PairedComparison> quantization,
        String tuning) {
    public ModelRelease {
        requireNonNull(provenance, "provenance is null");
        requireNonNull(test, "test is null");
        requireNonNull(manual, "manual is null");
        requireNonNull(parity, "parity is null");
        requireNonNull(quantization, "quantization is null");
        requireNonNull(tuning, "tuning is null");
    }
}
