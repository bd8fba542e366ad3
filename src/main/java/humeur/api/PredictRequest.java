package humeur.api;

import static java.util.Objects.requireNonNull;

import jakarta.validation.GroupSequence;
import java.util.List;
import java.util.Optional;

/**
 * What a caller asks for, once the document's shape is known to be right.
 *
 * @param items the texts in their order; one for {@code POST /predict}
 * @param model a name, or {@code name@version}; the default model when absent
 * @param explain whether each word's share is wanted
 */
record PredictRequest(List<Item> items, Optional<String> model, boolean explain) {
    PredictRequest {
        items = List.copyOf(items);
        requireNonNull(model, "model is null");
    }

    /** One item of a batch; what is wrong with one does not concern the others. */
    sealed interface Item {}

    @GroupSequence({Text.class, AfterNotBlank.class})
    record Text(
            @NotBlank @NotNumber(groups = AfterNotBlank.class)
            String value) implements Item {}

    record Invalid(Violation violation) implements Item {}

    /** Only what is not blank is looked at further. */
    interface AfterNotBlank {}
}
