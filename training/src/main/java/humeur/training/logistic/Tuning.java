package humeur.training.logistic;

import humeur.training.Progress;
import humeur.training.data.Corpus;
import humeur.training.data.Part;
import humeur.training.evaluation.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What each choice costs: every hyper-parameter varied alone, measured on the validation part. */
public final class Tuning {
    /** Values of liblinear's C: the cost of a training error relative to the penalty on the weights. */
    private static final List<Double> COSTS = List.of(2.0, 8.0);

    private final HashedTexts training;
    private final HashedTexts validation;
    private final Hyperparameters shipped;

    /** As shipped but for the averaging, which would make each row take several times as long. */
    private final Hyperparameters base;

    private final Predicate<String> wanted;
    private final Progress progress;

    /** @param wanted which rows of the table, by their names; the first is always there */
    public Tuning(Corpus corpus, Hyperparameters shipped, Predicate<String> wanted, Progress progress) {
        training = HashedTexts.of(corpus.part(Part.TRAINING));
        validation = HashedTexts.of(corpus.part(Part.VALIDATION));
        this.shipped = shipped;
        base = shipped.withOrders(1);
        this.wanted = wanted;
        this.progress = progress;
    }

    /**
     * A Markdown table, one choice a row.
     *
     * @param withLiblinear also fits with {@link LibLinear}
     */
    public String run(boolean withLiblinear) {
        List<Row> rows = new ArrayList<>(baseAndStorage());
        alternatives().forEach((name, choice) -> rows.addAll(fitted(name, choice, Storage.BYTE)));
        if (withLiblinear) {
            rows.addAll(liblinear());
        }
        return table(rows);
    }

    private record Row(String choice, double megabytes, Metrics metrics) {}

    private List<Row> baseAndStorage() {
        List<Row> rows = new ArrayList<>(fitted("one order of the texts", base, Storage.values()));
        String averaged = "**as shipped**, %d orders averaged".formatted(shipped.orders());
        rows.addAll(fitted(averaged, shipped, Storage.BYTE, Storage.FLOAT32));
        rows.addAll(fitted("2^21 buckets", base.withBits(21), Storage.BYTE));
        rows.addAll(fitted("2^20 buckets", base.withBits(20), Storage.values()));
        rows.addAll(fitted("2^19 buckets", base.withBits(19), Storage.BYTE, Storage.FLOAT32));
        rows.addAll(fitted("2^18 buckets", base.withBits(18), Storage.BYTE));
        return rows;
    }

    private Map<String, Hyperparameters> alternatives() {
        Map<String, Hyperparameters> choices = new LinkedHashMap<>();
        choices.put("no fingerprints, 8-bit weights", base.withFingerprintBits(0));
        choices.put("2-bit fingerprints, 6-bit weights", base.withFingerprintBits(2));
        choices.put("neighbouring words only", base.withReach(1));
        choices.put(
                "neighbouring words only, no fingerprints", base.withReach(1).withFingerprintBits(0));
        choices.put("no length scale", base.withLengthPower(0));
        choices.put("length power 0.5", base.withLengthPower(0.5));
        choices.put("counts, no naive-Bayes weighting", base.withBayes(0));
        choices.put("naive-Bayes strength 2", base.withBayes(2));
        choices.put("smoothing 1", base.withSmoothing(1));
        choices.put("learning rate 0.1", base.withLearningRate(0.1));
        choices.put("learning rate 0.5", base.withLearningRate(0.5));
        choices.put("2 epochs", base.withEpochs(2));
        choices.put("learning rate 0.3, 3 epochs", base.withLearningRate(0.3).withEpochs(3));
        choices.put("another order of the texts", base.withSeed(base.seed() + 1));
        choices.values().removeIf(base::equals);
        return choices;
    }

    private List<Row> fitted(String name, Hyperparameters hyperparameters, Storage... storages) {
        if (!hyperparameters.equals(base) && !wanted.test(name)) {
            return List.of();
        }
        BucketOwners owners = BucketOwners.of(training, hyperparameters.nGrams());
        BucketStatistics statistics = BucketStatistics.of(training, owners);
        LogisticModel model = AdaGrad.fit(training, owners, statistics, hyperparameters, progress);
        Packing packing = new Packing(hyperparameters.fingerprintBits());
        List<Row> rows = new ArrayList<>();
        for (Storage storage : storages) {
            String choice = storage == Storage.BYTE
                    ? name
                    : name + ", " + storage.name().toLowerCase(Locale.ROOT);
            LogisticModel stored = model.withWeights(storage.rounded(model.weights(), statistics, packing));
            rows.add(row(choice, hyperparameters.bits(), storage, stored));
        }
        return rows;
    }

    private List<Row> liblinear() {
        LibLinear liblinear = new LibLinear(training, BucketOwners.of(training, base.nGrams()), base);
        List<Row> rows = new ArrayList<>();
        for (double c : COSTS) {
            progress.report("liblinear", rows.size(), COSTS.size());
            rows.add(row("liblinear L2R_LR, C = " + c, base.bits(), Storage.FLOAT32, liblinear.fit(c)));
        }
        return rows;
    }

    private Row row(String choice, int bits, Storage storage, LogisticModel model) {
        Metrics metrics = Metrics.of(model.predict(validation));
        progress.report(
                choice + ", accuracy in units of 0.0001",
                Math.round(metrics.accuracy().value() * 1e4),
                0);
        return new Row(choice, storage.bytes() * Math.scalb(1e-6, bits), metrics);
    }

    private static String table(List<Row> rows) {
        double reference = rows.get(0).metrics().accuracy().value();
        StringBuilder table = new StringBuilder("""
                Measured on the validation part. What is shipped averages several fits; the rows below change one choice of a single
                fit, the first row, at a time. Two orders of the texts differ by up to 0.1 points, so less is within chance.

                | choice | table | accuracy | against the first row | AUC | log-loss |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (Row row : rows) {
            Metrics metrics = row.metrics();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f MB | %.4f | %+.2f points | %.4f | %.4f |%n",
                    row.choice(),
                    row.megabytes(),
                    metrics.accuracy().value(),
                    100 * (metrics.accuracy().value() - reference),
                    metrics.auc().value(),
                    metrics.logLoss().value()));
        }
        return table.toString();
    }
}
