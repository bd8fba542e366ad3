package humeur.sentiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Opens models that say the same of every text, and records what becomes of them. */
final class RecordingModels implements ModelFactory {
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Override
    public SentimentModel open(Path folder, Manifest manifest) {
        opened.add(manifest.name());
        return new Indifferent(manifest.name());
    }

    /** The names of the models, in the order of their opening. */
    List<String> opened() {
        return opened;
    }

    List<String> closed() {
        return closed;
    }

    private final class Indifferent implements SentimentModel {
        private final String name;

        private Indifferent(String name) {
            this.name = name;
        }

        @Override
        public Prediction predict(String text, boolean explain, Deadline deadline) {
            return new Prediction(
                    0.5f, 1, 1, text.codePointCount(0, text.length()), Timing.between(0, 0, 0), Optional.empty());
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }
}
