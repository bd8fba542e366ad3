package humeur.telemetry;

import java.util.List;

/**
 * What came of the texts of a request.
 *
 * @param predictions in the order of the texts
 * @param refusals the kind of each refusal, such as {@code string_type} or {@code body-too-large}
 */
public record Outcome(List<Predicted> predictions, List<String> refusals) {
    /** Of a request that has nothing to do with texts. */
    public static final Outcome NONE = new Outcome(List.of(), List.of());

    public Outcome {
        predictions = List.copyOf(predictions);
        refusals = List.copyOf(refusals);
    }

    public static Outcome refused(String kind) {
        return new Outcome(List.of(), List.of(kind));
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
