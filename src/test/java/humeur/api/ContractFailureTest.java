package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.feedback.FeedbackSettings;
import humeur.feedback.FeedbackStore;
import humeur.feedback.IssuedIds;
import humeur.sentiment.InferenceException;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelException;
import humeur.sentiment.ModelFactory;
import humeur.sentiment.ModelsFolder;
import humeur.sentiment.Prediction;
import humeur.sentiment.SentimentModel;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers are told when something on our side fails. */
class ContractFailureTest {
    @TempDir
    Path folder;

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void aModelThatFailsOnATextIsNoInternalServerError() {
        Answer answer = answer(failing(new InferenceException("model.onnx failed", new IllegalStateException())));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("/problems/failed").doesNotContain("model.onnx", "secret");
    }

    @Test
    void norIsAFaultOfOurs() {
        Answer answer = answer(failing(new IllegalStateException("not to be told")));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("not to be told", "secret");
    }

    @Test
    void aModelThatCannotBeOpenedIsUnavailableAndItsPathIsOnlyLogged() {
        Answer answer = answer((path, manifest) -> {
            throw new ModelException(path + " is broken");
        });
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("/problems/model-unavailable").doesNotContain(folder.toString());
    }

    @Test
    void withoutACatalogueTheModelsAreUnavailableAndTheRestAnswers() {
        Contract contract = contract(new Models(CompletableFuture.failedFuture(new ModelException("no models.json"))));
        assertThat(contract.answer(request("GET", "/models", "")).status()).isEqualTo(503);
        assertThat(contract.answer(request("POST", "/predict", "{\"text\": \"secret\"}"))
                        .status())
                .isEqualTo(503);
        assertThat(contract.answer(request("POST", "/predict", "{}")).status()).isEqualTo(422);
        assertThat(contract.answer(request("GET", "/", "")).status()).isEqualTo(200);
    }

    private Answer answer(ModelFactory factory) {
        new ModelsFolder(folder).withDefault("fake").withModel("fake", new byte[] {1});
        ModelCatalog catalog = ModelCatalog.open(folder, Optional.empty(), factory);
        return contract(new Models(CompletableFuture.completedFuture(catalog)))
                .answer(request("POST", "/predict", "{\"text\": \"secret\"}"));
    }

    private Contract contract(Models models) {
        FeedbackSettings off = new FeedbackSettings(Optional.empty(), Optional.empty(), 0);
        IssuedIds ids = new IssuedIds(off);
        FeedbackEndpoint feedback = new FeedbackEndpoint(off, ids, new FeedbackStore(off));
        return new Contract(
                new Predictions(models, validator, new PredictionIds(ids)),
                feedback,
                new Catalogue(models),
                new ApiDocument(),
                new Welcome(new BuildInfo("0", "unknown"), feedback),
                new MemorySize(BigInteger.valueOf(ContractCases.MAX_BODY)));
    }

    private static Request request(String method, String path, String body) {
        return new Request(
                method, path, name -> Optional.of("application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static ModelFactory failing(RuntimeException failure) {
        return (path, manifest) -> new SentimentModel() {
            @Override
            public Prediction predict(String text, boolean explain) {
                throw failure;
            }

            @Override
            public void close() {}
        };
    }
}
