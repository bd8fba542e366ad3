package humeur.sentiment;

import java.util.List;

/** An open model. Safe for use by many threads at once. */
public interface SentimentModel extends AutoCloseable {
    /**
     * Predicts one raw text of any length; what lies beyond the model's limit is not read, and the answer says so. A text
     * gets the same answer whatever else is predicted beside it.
     *
     * @throws InferenceException if the model itself fails
     * @throws DeadlineException if the deadline passes first
     * @throws AbandonedException if the caller goes
     */
    Prediction predict(String text, boolean explain, Deadline deadline);

    /** Predicts one raw text, however long that takes. */
    default Prediction predict(String text, boolean explain) {
        return predict(text, explain, Deadline.NONE);
    }

    /** Predicts several texts, in their order. */
    default List<Prediction> predict(List<String> texts, boolean explain, Deadline deadline) {
        return texts.stream()
                .map(text -> {
                    deadline.check();
                    return predict(text, explain, deadline);
                })
                .toList();
    }

    @Override
    void close();
}
