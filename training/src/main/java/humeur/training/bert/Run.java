package humeur.training.bert;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A fine-tuning that goes on over many days: one stable branch, and short decaying branches, each of which ends with a
 * model to ship. Its folder holds a checkpoint of each branch; a run that was killed goes on from there.
 */
public final class Run implements AutoCloseable {
    private static final String STABLE = "stable";
    private static final String DECAY = "decay";
    static final String MODEL = "model.weights";

    /**
     * How often what is done.
     *
     * @param checkpoint time between checkpoints
     * @param evaluation steps between evaluations on the validation texts
     */
    public record Intervals(Duration checkpoint, long evaluation) {}

    private final Path folder;
    private final Settings settings;
    private final TokenizedTexts training;
    private final BertClassifier classifier;
    private final Scorer validation;
    private final Intervals intervals;
    private final PrintWriter out;

    /** @param initial what a run begins with, classifier included; one that has begun goes on from its checkpoint */
    public Run(
            Path folder,
            Settings settings,
            Weights initial,
            TokenizedTexts training,
            TokenizedTexts validation,
            Intervals intervals,
            PrintWriter out) {
        this.folder = folder;
        this.settings = settings;
        this.training = training;
        this.intervals = intervals;
        this.out = out;
        classifier = new BertClassifier(initial, AdamW.USUAL);
        this.validation = new Scorer(classifier, validation);
    }

    /**
     * Trains on the stable branch until so many texts have been read in all; returns early, with a checkpoint, when asked
     * to stop.
     */
    public void train(long texts, StopSignal stop) throws IOException {
        CheckpointFile checkpoint = file(STABLE + ".checkpoint");
        Position position =
                checkpoint.exists() ? restore(checkpoint) : Position.beginning(settings, training.checksum());
        branch(STABLE, settings.learningRate()).run(position, texts / settings.batchSize(), stop);
    }

    /**
     * Trains on a decaying branch of so many texts, which leaves the stable branch where that has come to; goes on with the
     * one that was interrupted, if there is one. What it ends with is the model to ship.
     */
    public void decay(long texts, StopSignal stop) throws IOException {
        CheckpointFile checkpoint = file(DECAY + ".checkpoint");
        Position position = checkpoint.exists()
                ? restore(checkpoint)
                : restore(file(STABLE + ".checkpoint").writtenBy("train")).branch();
        long steps = Math.max(1, texts / settings.batchSize());
        LearningRate rate = new LearningRate.Decay(settings.learningRate(), position.start(), steps);
        long end = position.start() + steps;
        Position reached = branch(DECAY, rate).run(position, end, stop);
        if (reached.step() == end) {
            file(MODEL).write(reached.toJson(), classifier.values());
            checkpoint.delete();
        }
    }

    private Branch branch(String name, LearningRate rate) {
        return new Branch(
                classifier,
                new BatchOrder(training, settings.batchSize(), settings.seed()),
                new Batch.Gatherer(training, classifier.shape().vocabulary()),
                rate,
                validation,
                new Branch.Files(file(name + ".checkpoint"), file(name + "-best.weights")),
                intervals,
                new StepLog(name, folder.resolve("history.tsv"), out));
    }

    private Position restore(CheckpointFile checkpoint) throws IOException {
        Position position = Position.parse(checkpoint.read(classifier.state()));
        if (!position.settings().equals(settings)) {
            throw new CheckpointException(
                    folder, "it was begun with %s, not with %s".formatted(position.settings(), settings));
        }
        if (position.data() != training.checksum()) {
            out.println("The training texts are not those that the run was begun with: it goes on with these.");
        }
        out.printf("Going on from step %d of %s%n", position.step(), folder);
        return position.on(training.checksum());
    }

    private CheckpointFile file(String name) {
        return new CheckpointFile(folder.resolve(name));
    }

    @Override
    public void close() {
        classifier.close();
    }
}
