package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import humeur.feedback.FeedbackSettings;
import humeur.feedback.FeedbackStore;
import humeur.feedback.IssuedIds;
import humeur.sentiment.ModelException;
import humeur.sentiment.RunQueue;
import humeur.telemetry.LastHour;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feedback where the contract's table does not reach: switched off, without room, without a folder, and what is kept. */
class FeedbackContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_SIZE = 1 << 20;
    private static final String LABELLED = "{\"id\": \"%s\", \"label\": 1}";

    @TempDir
    Path folder;

    @Nested
    class Switched_off {
        private final Service service = new Service(new FeedbackSettings(Optional.empty(), Optional.empty(), MAX_SIZE));

        @Test
        void it_says_how_to_switch_it_on() throws Exception {
            Answer answer = service.feedback(LABELLED.formatted(service.id()));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).path("type").asText()).isEqualTo("/problems/feedback-off");
            assertThat(answer.body()).contains("HUMEUR_FEEDBACK_DIRECTORY");
            service.isDocumented(answer);
        }

        @Test
        void it_is_not_offered() {
            assertThat(service.contract.answer(request("GET", "/", "")).body()).doesNotContain("feedback");
        }

        @Test
        void ids_are_all_random() {
            assertThat(service.id().version()).isEqualTo(7);
        }
    }

    @Nested
    class What_is_kept {
        private Service service;

        @BeforeEach
        void start() {
            service = new Service(settings(MAX_SIZE));
        }

        @Test
        void is_the_text_only_with_consent() throws Exception {
            UUID id = service.id();
            for (String more : List.of(
                    "",
                    ", \"text\": \"secret\"",
                    ", \"text\": \"secret\", \"consent\": false",
                    ", \"text\": \"free\", \"consent\": true",
                    ", \"consent\": true")) {
                assertThat(service.feedback("{\"id\": \"%s\", \"label\": 1%s}".formatted(id, more))
                                .status())
                        .isEqualTo(200);
            }
            List<JsonNode> lines = kept();
            assertThat(lines).hasSize(5);
            assertThat(lines)
                    .extracting(line -> line.path("text").asText("none"))
                    .containsExactly("none", "none", "none", "free", "none");
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.path("id").asText()).isEqualTo(id.toString());
                assertThat(line.path("label").intValue()).isEqualTo(1);
            });
        }

        @Test
        void is_what_was_acknowledged_however_many_send_it() throws Exception {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ids.add(service.id());
            }
            List<String> acknowledged = new ArrayList<>();
            ExecutorService callers = Executors.newFixedThreadPool(12);
            try {
                List<Future<Answer>> answers = new ArrayList<>();
                for (UUID id : ids) {
                    answers.add(callers.submit(() -> service.feedback(LABELLED.formatted(id))));
                }
                for (Future<Answer> answer : answers) {
                    assertThat(answer.get().status()).isEqualTo(200);
                    acknowledged.add(
                            JSON.readTree(answer.get().body()).path("id").asText());
                }
            } finally {
                callers.shutdown();
            }
            assertThat(kept())
                    .extracting(line -> line.path("id").asText())
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }

        private List<JsonNode> kept() throws Exception {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("feedback-1.ndjson"))) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }
    }

    @Nested
    class Without_room {
        @Test
        void because_of_a_largest_size_it_is_507_and_predictions_go_on() throws Exception {
            Service service = new Service(settings(300));
            UUID id = service.id();
            Answer answer = service.feedback(LABELLED.formatted(id));
            for (int i = 0; i < 5 && answer.status() == 200; i++) {
                answer = service.feedback(LABELLED.formatted(id));
            }
            assertThat(answer.status()).isEqualTo(507);
            service.isDocumented(answer);
            assertThat(Files.size(folder.resolve("feedback-1.ndjson"))).isBetween(100L, 300L);
        }

        /** The kernel's own device that is always full. */
        @Test
        void on_the_disk_it_is_507() throws Exception {
            Files.createSymbolicLink(folder.resolve("feedback-1.ndjson"), Path.of("/dev/full"));
            Service service = new Service(settings(MAX_SIZE));
            for (int i = 0; i < 3; i++) {
                Answer answer = service.feedback(LABELLED.formatted(service.id()));
                assertThat(answer.status()).isEqualTo(507);
                assertThat(answer.body()).contains("/problems/feedback-full").doesNotContain(folder.toString());
                service.isDocumented(answer);
            }
        }
    }

    @Nested
    class Without_a_folder {
        @Test
        void it_is_503_and_ids_are_issued_all_the_same() throws Exception {
            Path file = Files.createFile(folder.resolve("a file"));
            Service service = new Service(
                    new FeedbackSettings(Optional.of(file.resolve("feedback")), Optional.empty(), MAX_SIZE));
            assertThat(service.id().version()).isEqualTo(7);
            Answer answer = service.feedback(LABELLED.formatted(service.id()));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("/problems/feedback-unavailable").doesNotContain("a file");
            service.isDocumented(answer);
        }

        @Test
        void that_can_be_written_it_is_503_until_it_can() throws Exception {
            Path missing = folder.resolve("there");
            Files.createFile(missing);
            Service service = new Service(
                    new FeedbackSettings(Optional.of(missing), Optional.of("a key for tests only"), MAX_SIZE));
            String document = LABELLED.formatted(service.id());
            assertThat(service.feedback(document).status()).isEqualTo(503);
            Files.delete(missing);
            assertThat(service.feedback(document).status()).isEqualTo(200);
        }
    }

    private FeedbackSettings settings(long maxSize) {
        return new FeedbackSettings(Optional.of(folder), Optional.empty(), maxSize);
    }

    private static Request request(String method, String path, String body) {
        return new Request(
                method,
                path,
                name -> Optional.of("application/json"),
                () -> false,
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** The contract without a model. */
    private static final class Service {
        private final PredictionIds ids;
        private final Contract contract;

        Service(FeedbackSettings settings) {
            IssuedIds issued = new IssuedIds(settings);
            ids = new PredictionIds(issued);
            Models models = new Models(CompletableFuture.failedFuture(new ModelException("none")));
            FeedbackEndpoint feedback = new FeedbackEndpoint(settings, issued, new FeedbackStore(settings));
            ClosedPaths closed = new ClosedPaths(Optional.empty());
            Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
            RunQueue queue = new RunQueue(1, 1);
            contract = new Contract(
                    new Predictions(models, validator, ids, queue, Inference.within(Duration.ofSeconds(5)), false),
                    feedback,
                    new Catalogue(models),
                    new ApiDocument(),
                    new Welcome(new BuildInfo("0", "unknown"), closed, feedback),
                    new Page(closed),
                    new Stats(new LastHour(), new ConfiguredServiceTest.RaisedAlert()),
                    closed,
                    new MemorySize(BigInteger.valueOf(ContractCases.MAX_BODY)));
        }

        UUID id() {
            return ids.next();
        }

        Answer feedback(String document) {
            return contract.answer(request("POST", "/feedback", document));
        }

        void isDocumented(Answer answer) throws Exception {
            String document = Files.readString(Path.of("src", "main", "resources", "META-INF", "openapi.yaml"));
            Map<String, String> headers = new HashMap<>(answer.headers());
            headers.put("Content-Type", answer.contentType());
            new OpenApiDocument(document).verify("POST /feedback", answer.status(), headers, answer.body());
        }
    }
}
