package humeur.training.bert;

import humeur.training.evaluation.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Steps at the rates of one branch, with its checkpoints and evaluations. */
final class Branch {
    private static final int TOLERATED_SKIPS = 20;

    /**
     * What a branch leaves on the disk.
     *
     * @param checkpoint all that it needs to go on
     * @param best the weights that did best on the validation texts
     */
    record Files(CheckpointFile checkpoint, CheckpointFile best) {}

    private final BertClassifier classifier;
    private final FineTuning fineTuning;
    private final BatchOrder order;
    private final Batch.Gatherer gatherer;
    private final LearningRate rate;
    private final Scorer validation;
    private final Files files;
    private final Run.Intervals intervals;
    private final StepLog log;

    Branch(
            BertClassifier classifier,
            BatchOrder order,
            Batch.Gatherer gatherer,
            LearningRate rate,
            Scorer validation,
            Files files,
            Run.Intervals intervals,
            StepLog log) {
        this.classifier = classifier;
        this.fineTuning = new FineTuning(classifier);
        this.order = order;
        this.gatherer = gatherer;
        this.rate = rate;
        this.validation = validation;
        this.files = files;
        this.intervals = intervals;
        this.log = log;
    }

    /** Runs from a position to a step; returns where it ended, which is before that step if it was asked to stop. */
    Position run(Position start, long end, StopSignal stop) throws IOException {
        Position position = start;
        Instant saved = Instant.now();
        int skippedInARow = 0;
        log.begin(position, end);
        while (position.step() < end && !stop.asked()) {
            StepResult result = step(position);
            boolean skipped = result instanceof StepResult.Skipped;
            skippedInARow = skipped ? skippedInARow + 1 : 0;
            if (skippedInARow > TOLERATED_SKIPS) {
                throw new DivergedException(position.step(), skippedInARow);
            }
            log.step(position, rate.at(position.step()), result);
            position = position.next(skipped);
            if (position.step() % intervals.evaluation() == 0 && position.step() < end) {
                position = evaluated(position);
            }
            if (Duration.between(saved, Instant.now()).compareTo(intervals.checkpoint()) >= 0) {
                files.checkpoint().write(position.toJson(), classifier.state());
                saved = Instant.now();
            }
        }
        if (position.step() >= end && position.step() > start.step()) {
            position = evaluated(position);
        }
        files.checkpoint().write(position.toJson(), classifier.state());
        return position;
    }

    private StepResult step(Position position) {
        Batch batch = gatherer.gather(order.batch(position.step()));
        long updates = position.step() - position.skipped() + 1;
        int seed = Long.hashCode(position.settings().seed() * 0x9E3779B97F4A7C15L + position.step());
        return fineTuning.step(batch, rate.at(position.step()), updates, seed);
    }

    private Position evaluated(Position position) throws IOException {
        Metrics metrics = Metrics.of(validation.predict());
        log.evaluation(position, rate.at(position.step()), metrics);
        double logLoss = metrics.logLoss().value();
        if (!(logLoss < position.bestLogLoss())) {
            return position;
        }
        Position best = position.withBest(logLoss);
        files.best().write(best.toJson(), classifier.values());
        return best;
    }
}
