package humeur.training.bert;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The choices that a run is made with; it can only be resumed with the same.
 *
 * @param seed of the classifier's first weights, of the order of texts and of dropout
 * @param batchSize texts in a step
 * @param rate the stable learning rate
 * @param warmUp steps in which it is reached
 * @param maxLength pieces of a text that are read, markers included
 */
public record Settings(long seed, int batchSize, double rate, int warmUp, int maxLength) {
    public Settings {
        if (batchSize < 1 || !(rate > 0) || warmUp < 0 || maxLength < 2) {
            throw new IllegalArgumentException(
                    ("batch size %d, rate %s, warm-up %d, maximum length %d; expected at least 1, above 0, at least 0,"
                                    + " at least 2")
                            .formatted(batchSize, rate, warmUp, maxLength));
        }
    }

    LearningRate.Stable learningRate() {
        return new LearningRate.Stable(rate, warmUp);
    }

    /** By name, for a manifest. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", seed);
        map.put("batch_size", batchSize);
        map.put("learning_rate", rate);
        map.put("warm_up_steps", warmUp);
        map.put("max_length", maxLength);
        return map;
    }
}
