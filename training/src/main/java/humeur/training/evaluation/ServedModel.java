package humeur.training.evaluation;

import humeur.onnx.OnnxModels;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.SentimentModel;
import humeur.training.Progress;
import humeur.training.data.LabelledText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A model's folder opened by the code that serves it, so that what is measured is what callers get. */
public final class ServedModel implements AutoCloseable {
    private static final int REPORT_EVERY = 1 << 13;

    private final SentimentModel model;

    private ServedModel(SentimentModel model) {
        this.model = model;
    }

    /**
     * Opens a model's folder, for example {@code onnx-models/logistic-regression}.
     *
     * @throws humeur.sentiment.ModelException if it cannot be opened or its file is not the manifest's
     */
    public static ServedModel open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        String name = absolute.getFileName().toString();
        return new ServedModel(
                ModelCatalog.open(absolute.getParent(), Optional.of(name), new OnnxModels(Optional.empty()))
                        .slot(name)
                        .model());
    }

    /** P(positive) of a raw text. */
    public double probability(String text) {
        return model.predict(text, false).probability();
    }

    public Predictions predict(List<LabelledText> texts, Progress progress) {
        float[] probabilities = new float[texts.size()];
        boolean[] labels = new boolean[texts.size()];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, probabilities.length).parallel().forEach(i -> {
            probabilities[i] = (float) probability(texts.get(i).text());
            labels[i] = texts.get(i).positive();
            int count = done.incrementAndGet();
            if (count % REPORT_EVERY == 0 || count == probabilities.length) {
                progress.report("predicting", count, probabilities.length);
            }
        });
        return new Predictions(probabilities, labels);
    }

    @Override
    public void close() {
        model.close();
    }
}
