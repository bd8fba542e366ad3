package humeur.training.bert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a branch has come, and of which run it is.
 *
 * @param start the step at which the branch began; 0 for the stable one
 * @param step the next step, counted from 0
 * @param skipped steps that were skipped because they were not finite
 * @param bestLogLoss the least on the validation texts so far
 * @param settings of the run
 * @param data checksum of the training texts
 */
record Position(long start, long step, int skipped, double bestLogLoss, Settings settings, long data) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Position beginning(Settings settings, long data) {
        return new Position(0, 0, 0, Double.MAX_VALUE, settings, data);
    }

    static Position parse(String json) {
        try {
            return JSON.readValue(json, Position.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Not a checkpoint's description: " + json, e);
        }
    }

    Position next(boolean wasSkipped) {
        return new Position(start, step + 1, skipped + (wasSkipped ? 1 : 0), bestLogLoss, settings, data);
    }

    Position withBest(double logLoss) {
        return new Position(start, step, skipped, logLoss, settings, data);
    }

    /** The beginning of a branch that leaves here. */
    Position branch() {
        return new Position(step, step, skipped, Double.MAX_VALUE, settings, data);
    }

    long texts() {
        return step * settings.batchSize();
    }

    /** How the model that a branch ended with was trained, by name. */
    Map<String, Object> history() {
        Map<String, Object> history = new LinkedHashMap<>(settings.asMap());
        history.put("texts_read", texts());
        history.put("texts_while_the_rate_fell", (step - start) * settings.batchSize());
        return history;
    }

    /** The same place, with other texts from here on. */
    Position on(long texts) {
        return new Position(start, step, skipped, bestLogLoss, settings, texts);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
