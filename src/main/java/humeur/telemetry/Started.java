package humeur.telemetry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The default model is open and the service takes requests.
 *
 * @param model name of the default model
 * @param modelVersion its semantic version
 * @param open how long its opening took, the check of its file included
 * @param coldStart from the start of the process until now
 */
public record Started(String model, String modelVersion, Duration open, Duration coldStart) {
    public Started {
        requireNonNull(model, "model is null");
        requireNonNull(modelVersion, "modelVersion is null");
        requireNonNull(open, "open is null");
        requireNonNull(coldStart, "coldStart is null");
    }
}
