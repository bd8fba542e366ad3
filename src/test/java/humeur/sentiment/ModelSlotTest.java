package humeur.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class ModelSlotTest {
    private static final int THREADS = 16;

    @TempDir
    Path directory;

    private final RecordingModels factory = new RecordingModels();
    private ModelsFolder models;

    @BeforeEach
    void oneModel() {
        models = new ModelsFolder(directory).withModel("logistic", "a graph".getBytes());
    }

    private ModelSlot slot(ModelFactory factory) {
        Path folder = models.folder("logistic");
        return new ModelSlot(folder, new ManifestReader().manifest(folder), factory);
    }

    @Nested
    class Opening {
        @Test
        void happens_once_however_many_ask_at_once() throws Exception {
            ModelSlot slot = slot(factory);
            CountDownLatch start = new CountDownLatch(1);
            Callable<SentimentModel> caller = () -> {
                start.await();
                return slot.model();
            };
            ExecutorService callers = Executors.newFixedThreadPool(THREADS);
            List<Future<SentimentModel>> answers =
                    Stream.generate(() -> callers.submit(caller)).limit(THREADS).toList();
            start.countDown();

            for (Future<SentimentModel> answer : answers) {
                assertThat(answer.get()).isSameAs(slot.model());
            }
            callers.shutdown();
            assertThat(factory.opened()).hasSize(1);
        }

        @Test
        void waits_for_the_first_use() {
            ModelSlot slot = slot(factory);

            assertThat(slot.opened()).isNotDone();
            assertThat(factory.opened()).isEmpty();
        }

        @Test
        void keeps_callers_waiting_until_it_is_done() throws Exception {
            CountDownLatch loading = new CountDownLatch(1);
            ModelSlot slot = slot((folder, manifest) -> {
                awaitUninterrupted(loading);
                return factory.open(folder, manifest);
            });
            CompletableFuture<SentimentModel> caller = CompletableFuture.supplyAsync(slot::model);
            assertThat(caller).isNotDone();

            loading.countDown();

            assertThat(caller.get(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(slot.opened()).isCompleted();
        }

        @Test
        void is_waited_for_until_the_deadline() {
            CountDownLatch loading = new CountDownLatch(1);
            ModelSlot slot = slot((folder, manifest) -> {
                awaitUninterrupted(loading);
                return factory.open(folder, manifest);
            });

            assertThatExceptionOfType(OverloadException.class)
                    .isThrownBy(() -> slot.model(Deadline.after(Duration.ofMillis(20), () -> false)))
                    .withMessageContaining("before the model was open");

            loading.countDown();
            assertThat(slot.model()).isNotNull();
        }

        @Test
        void costs_no_time_once_it_is_done() {
            ModelSlot slot = slot(factory);
            SentimentModel open = slot.model();

            assertThat(slot.model(Deadline.after(Duration.ZERO, () -> false))).isSameAs(open);
        }

        @Test
        void does_not_depend_on_those_who_watch_it() {
            ModelSlot slot = slot(factory);
            slot.opened().cancel(true);

            assertThat(slot.model()).isNotNull();
        }
    }

    @Nested
    class A_changed_file {
        @BeforeEach
        void change() throws IOException {
            Files.writeString(models.file("logistic"), "another graph");
        }

        @Test
        void is_named_with_both_hashes_and_the_remedy() throws IOException {
            String actual = Fingerprint.sha256(models.file("logistic"));
            ModelSlot slot = slot(factory);

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(slot::model)
                    .withMessageContaining(models.file("logistic").toString())
                    .withMessageContaining(models.manifestFile("logistic").toString())
                    .withMessageContainingAll(actual, slot.manifest().sha256(), "restore");
        }

        @Test
        void is_closed_again() {
            ModelSlot slot = slot(factory);

            assertThatExceptionOfType(ModelException.class).isThrownBy(slot::model);

            assertThat(factory.closed()).containsExactly("logistic");
        }

        @Test
        void stays_unserved_even_when_it_is_put_right() throws IOException {
            ModelSlot slot = slot(factory);
            assertThatExceptionOfType(ModelException.class).isThrownBy(slot::model);

            Files.writeString(models.file("logistic"), "a graph");

            assertThatExceptionOfType(ModelException.class).isThrownBy(slot::model);
            assertThat(factory.opened()).hasSize(1);
        }
    }

    @Nested
    class A_file_beside_the_graph {
        private Path weights;

        @BeforeEach
        void add() {
            models.withFurtherFile("logistic", "weights.bin", "weights".getBytes());
            weights = models.folder("logistic").resolve("weights.bin");
        }

        @Test
        void is_served_as_the_manifest_has_it() {
            assertThat(slot(factory).model()).isNotNull();
        }

        @Test
        void is_named_when_it_is_another() throws IOException {
            Files.writeString(weights, "other weights");

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(slot(factory)::model)
                    .withMessageContainingAll(weights.toString(), Fingerprint.sha256(weights), "restore");
            assertThat(factory.closed()).containsExactly("logistic");
        }

        @Test
        void is_named_when_it_is_missing_even_if_the_graph_does_not_open() throws IOException {
            Files.delete(weights);
            ModelException vague = new ModelException("no such file");
            ModelSlot slot = slot((folder, manifest) -> {
                throw vague;
            });

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(slot::model)
                    .withMessageContainingAll(weights.toString(), "is missing", "restore")
                    .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(vague));
        }
    }

    @Nested
    class With_a_crc_32 {
        @BeforeEach
        void add() {
            models.withFurtherFile("logistic", "weights.bin", "weights".getBytes())
                    .withChecksums("logistic");
        }

        @Test
        void is_served_at_once_and_confirmed_later() throws Exception {
            ModelSlot slot = slot(factory);

            assertThat(slot.model()).isNotNull();

            slot.confirmed().get(10, TimeUnit.SECONDS);
            assertThat(slot.model()).isNotNull();
        }

        @Test
        void a_changed_file_is_named_and_never_served() throws IOException {
            Path weights = models.folder("logistic").resolve("weights.bin");
            Files.writeString(weights, "weighty");
            ModelSlot slot = slot(factory);

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(slot::model)
                    .withMessageContainingAll(weights.toString(), "CRC-32", Fingerprint.crc32(weights), "restore");
            assertThat(factory.closed()).containsExactly("logistic");
            assertThat(slot.confirmed()).failsWithin(Duration.ofSeconds(10));
        }

        @Test
        void another_file_with_the_same_one_is_withdrawn() throws Exception {
            models.withManifest("logistic", models.manifest("logistic").put("sha256", "0".repeat(64)))
                    .withChecksums("logistic");
            ModelSlot slot = slot(factory);
            CompletableFuture<SentimentModel> first = slot.opened();
            slot.begin();

            assertThat(first).succeedsWithin(Duration.ofSeconds(10));
            assertThat(slot.confirmed()).failsWithin(Duration.ofSeconds(10));

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(slot::model)
                    .withMessageContainingAll(models.file("logistic").toString(), "SHA-256", "0".repeat(64), "restore");
            assertThat(slot.opened()).isCompletedExceptionally();
        }

        @Test
        void a_model_without_one_for_each_file_is_held_against_sha_256_first() throws Exception {
            models.withManifest("logistic", models.manifest("logistic").put("sha256", "0".repeat(64)));

            assertThatExceptionOfType(ModelException.class).isThrownBy(slot(factory)::model);
        }
    }

    @Nested
    class A_missing_file {
        @Test
        void is_named_with_the_remedy() throws IOException {
            ModelSlot slot = slot(factory);
            Files.delete(models.file("logistic"));

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(slot::model)
                    .withMessageContainingAll(models.file("logistic").toString(), "is missing", "restore");
            assertThat(factory.closed()).containsExactly("logistic");
        }
    }

    @Nested
    class A_factory_that_fails {
        @Test
        void is_quoted_when_it_says_why() {
            ModelException reason = new ModelException("model.onnx is broken; restore it");
            ModelSlot slot = slot((folder, manifest) -> {
                throw reason;
            });

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(slot::model)
                    .isSameAs(reason);
        }

        @ParameterizedTest
        @MethodSource("humeur.sentiment.ModelSlotTest#failures")
        void is_wrapped_with_the_files_name_when_it_does_not(Throwable failure) {
            ModelSlot slot = slot((folder, manifest) -> {
                throw sneaky(failure);
            });

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(slot::model)
                    .withMessageContainingAll(models.file("logistic").toString(), failure.toString())
                    .withCause(failure);
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("no memory arena"),
                new UnsatisfiedLinkError("libonnxruntime.so: cannot open shared object file"),
                new OutOfMemoryError("Java heap space"));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
