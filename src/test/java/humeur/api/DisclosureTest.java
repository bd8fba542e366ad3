package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.feedback.FeedbackSettings;
import humeur.feedback.IssuedIds;
import humeur.sentiment.Deadline;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelFactory;
import humeur.sentiment.ModelsFolder;
import humeur.sentiment.Prediction;
import humeur.sentiment.RunQueue;
import humeur.sentiment.SentimentModel;
import humeur.sentiment.Timing;
import humeur.telemetry.Predicted;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether observers see the texts. */
class DisclosureTest {
    @TempDir
    Path folder;

    @Test
    void isForTheOperatorToChoose() throws Exception {
        assertThat(told("a secret", true)).contains("a secret");
        assertThat(told("a secret", false)).isEmpty();
    }

    @Test
    void isOfABoundedPartAndOfCharactersThatJsonKnows() throws Exception {
        assertThat(told("\\ud800 " + "x".repeat(9_000), true))
                .hasValueSatisfying(text -> assertThat(text).hasSize(8_192).startsWith("\uFFFD x"));
    }

    private Optional<String> told(String text, boolean tells) throws Exception {
        new ModelsFolder(folder).withDefault("fake").withModel("fake", new byte[] {1});
        ModelCatalog catalog = ModelCatalog.open(folder, Optional.empty(), even());
        Predictions predictions = new Predictions(
                new Models(CompletableFuture.completedFuture(catalog)),
                Validation.buildDefaultValidatorFactory().getValidator(),
                new PredictionIds(new IssuedIds(new FeedbackSettings(Optional.empty(), Optional.empty(), 0))),
                new RunQueue(1, 1),
                Inference.within(Duration.ofSeconds(5)),
                tells);
        Answer answer = predictions.single(new Request(
                "POST",
                "/predict",
                name -> Optional.empty(),
                () -> false,
                "{\"text\": \"%s\"}".formatted(text).getBytes(StandardCharsets.UTF_8)));
        Predicted predicted = answer.outcome().predictions().get(0);
        return predicted.text();
    }

    private static ModelFactory even() {
        return (path, manifest) -> new SentimentModel() {
            @Override
            public Prediction predict(String text, boolean explain, Deadline deadline) {
                return new Prediction(0.5f, 1, 1, 1, new Timing(Duration.ZERO, Duration.ZERO), Optional.empty());
            }

            @Override
            public void close() {}
        };
    }
}
