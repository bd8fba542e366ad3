package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.feedback.FeedbackSettings;
import humeur.feedback.FeedbackStore;
import humeur.feedback.IssuedIds;
import humeur.sentiment.Deadline;
import humeur.sentiment.InferenceException;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelException;
import humeur.sentiment.ModelFactory;
import humeur.sentiment.ModelsFolder;
import humeur.sentiment.Prediction;
import humeur.sentiment.RunQueue;
import humeur.sentiment.SentimentModel;
import humeur.sentiment.Timing;
import humeur.telemetry.LastHour;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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

    @Test
    void whatNoLongerFitsInTheQueueIsToldWhenToComeAgain() throws Exception {
        RunQueue full = new RunQueue(1, 0);
        CountDownLatch occupied = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread other = new Thread(() -> full.run(Deadline.NONE, () -> {
            occupied.countDown();
            return uninterrupted(done);
        }));
        other.start();
        occupied.await();
        Answer answer = contract(models(answering()), full, Duration.ofSeconds(5))
                .answer(request("POST", "/predict", "{\"text\": \"secret\"}"));
        done.countDown();
        other.join();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Retry-After", "1");
        assertThat(answer.body()).contains("/problems/overloaded").doesNotContain("secret");
    }

    @Test
    void whatWouldTakeTooLongReachesNoModel() {
        AtomicInteger calls = new AtomicInteger();
        ModelFactory counting = (path, manifest) -> model(() -> {
            calls.incrementAndGet();
            throw new AssertionError("The model was reached");
        });
        Answer answer = contract(models(counting), new RunQueue(1, 1), Duration.ZERO)
                .answer(request("POST", "/predict", "{\"text\": \"secret\"}"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
        assertThat(calls).hasValue(0);
    }

    @Test
    void whatIsTooMuchForOneRequestIsToldToAskForLess() {
        ModelFactory slow = (path, manifest) -> new SentimentModel() {
            @Override
            public Prediction predict(String text, boolean explain, Deadline deadline) {
                Deadline.after(Duration.ZERO, () -> false).check();
                throw new AssertionError("The deadline has passed");
            }

            @Override
            public void close() {}
        };
        Answer answer = answer(slow);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).doesNotContainKey("Retry-After");
        assertThat(answer.body()).contains("/problems/too-much-work", "fewer texts");
    }

    @Test
    void norDoesWhatNobodyWaitsFor() {
        Contract contract =
                contract(models(failing(new IllegalStateException("reached"))), new RunQueue(1, 1), Duration.ofDays(1));
        Answer answer = contract.answer(new Request(
                "POST",
                "/predict",
                name -> Optional.of("application/json"),
                () -> true,
                "{\"text\": \"secret\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.body()).contains("/problems/abandoned");
    }

    private Answer answer(ModelFactory factory) {
        return contract(models(factory)).answer(request("POST", "/predict", "{\"text\": \"secret\"}"));
    }

    private Models models(ModelFactory factory) {
        new ModelsFolder(folder).withDefault("fake").withModel("fake", new byte[] {1});
        ModelCatalog catalog = ModelCatalog.open(folder, Optional.empty(), factory);
        return new Models(CompletableFuture.completedFuture(catalog));
    }

    private Contract contract(Models models) {
        return contract(models, new RunQueue(2, 2), Duration.ofSeconds(5));
    }

    private Contract contract(Models models, RunQueue queue, Duration deadline) {
        ClosedPaths closed = new ClosedPaths(Optional.empty());
        FeedbackSettings off = new FeedbackSettings(Optional.empty(), Optional.empty(), 0);
        IssuedIds ids = new IssuedIds(off);
        FeedbackEndpoint feedback = new FeedbackEndpoint(off, ids, new FeedbackStore(off));
        return new Contract(
                new Predictions(models, validator, new PredictionIds(ids), queue, Inference.within(deadline), false),
                feedback,
                new Catalogue(models),
                new ApiDocument(),
                new Welcome(new BuildInfo("0", "unknown"), closed, feedback),
                new Page(closed),
                new Stats(new LastHour(), new ConfiguredServiceTest.RaisedAlert()),
                closed,
                new MemorySize(BigInteger.valueOf(ContractCases.MAX_BODY)));
    }

    private static Request request(String method, String path, String body) {
        return new Request(
                method,
                path,
                name -> Optional.of("application/json"),
                () -> false,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Object uninterrupted(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModelFactory answering() {
        return (path, manifest) ->
                model(() -> new Prediction(0.5f, 1, 1, 1, Timing.between(0, 0, 0), Optional.empty()));
    }

    private static ModelFactory failing(RuntimeException failure) {
        return (path, manifest) -> model(() -> {
            throw failure;
        });
    }

    private static SentimentModel model(Supplier<Prediction> prediction) {
        return new SentimentModel() {
            @Override
            public Prediction predict(String text, boolean explain, Deadline deadline) {
                return prediction.get();
            }

            @Override
            public void close() {}
        };
    }
}
