package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What came of the texts of a request.
 *
 * @param predictions in the order of the texts
 * @param refusals the kind of each refusal, such as {@code string_type} or {@code body-too-large}
 * @param failure what went wrong on our side, if that is why it was refused
 */
public record Outcome(List<Predicted> predictions, List<String> refusals, Optional<Failure> failure) {
    /** Of a request that has nothing to do with texts. */
    public static final Outcome NONE = new Outcome(List.of(), List.of());

    public Outcome {
        predictions = List.copyOf(predictions);
        refusals = List.copyOf(refusals);
        requireNonNull(failure, "failure is null");
    }

    public Outcome(List<Predicted> predictions, List<String> refusals) {
        this(predictions, refusals, Optional.empty());
    }

    public static Outcome refused(String kind) {
        return new Outcome(List.of(), List.of(kind));
    }

    /** The same, because of a failure. */
    public Outcome because(Throwable thrown) {
        return new Outcome(predictions, refusals, Optional.of(Failure.of(thrown)));
    }

    /** That of a request with several texts. */
    public static Outcome of(List<Outcome> parts) {
        return new Outcome(
                parts.stream().flatMap(part -> part.predictions().stream()).toList(),
                parts.stream().flatMap(part -> part.refusals().stream()).toList());
    }

    /** What the whole request costs its consumer. */
    public int units() {
        return predictions.stream().mapToInt(Predicted::units).sum();
    }
}
