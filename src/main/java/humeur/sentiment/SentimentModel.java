package humeur.sentiment;

import java.util.List;

/** An open model. Safe for use by many threads at once. */
public interface SentimentModel extends AutoCloseable {
    /**
     * Predicts one raw text of any length; what lies beyond the model's limit is not read, and the answer says so.
     *
     * @throws InferenceException if the model itself fails
     */
    Prediction predict(String text, boolean explain);

    /** Predicts several texts, in their order. A model that gains by running them together does so. */
    default List<Prediction> predict(List<String> texts, boolean explain) {
        return texts.stream().map(text -> predict(text, explain)).toList();
    }

    @Override
    void close();
}
