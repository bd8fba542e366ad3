package humeur.sentiment;

import java.nio.file.Path;

/** Opens a model of the kind that its manifest names. */
@FunctionalInterface
public interface ModelFactory {
    /**
     * Opens the model's file.
     *
     * @param folder the folder that holds the manifest and the file
     * @throws ModelException if the kind is unknown or the file is missing, broken or not of that kind
     */
    SentimentModel open(Path folder, Manifest manifest);
}
