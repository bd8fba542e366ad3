package humeur.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import humeur.sentiment.Fingerprint;
import humeur.training.data.LabelledText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingTest {
    private Path folder;

    private Path data;
    private Path models;
    private Run train;

    @BeforeAll
    void trainOnce(@TempDir Path temporary) throws IOException {
        folder = temporary;
        data = folder.resolve("data.csv");
        write(data, SyntheticTweets.generate(4_000, 1));
        Path manual = folder.resolve("manual.csv");
        write(manual, SyntheticTweets.generate(100, 9));
        Path tuning = Files.writeString(folder.resolve("tuning.md"), "| a choice | its cost |\n");
        models = folder.resolve("models");
        train = run(
                "train",
                "--data",
                data.toString(),
                "--manual",
                manual.toString(),
                "--models",
                models.toString(),
                "--bits",
                "12",
                "--tuning",
                tuning.toString());
    }

    @Nested
    class Usage {
        @ParameterizedTest
        @ValueSource(strings = {"train", "tune", "evaluate", "parity", "split"})
        void everySubcommandExplainsItself(String subcommand) {
            Run help = run(subcommand, "--help");

            assertThat(help.exitCode).isZero();
            assertThat(help.out).contains("Usage: training " + subcommand, "--data=FILE");
        }

        @Test
        void theCommandItselfListsItsSubcommands() {
            assertThat(run("--help").out).contains("train", "tune", "evaluate", "parity", "split", "Exit codes");
        }

        @Test
        void aMissingOptionExitsWith2() {
            Run wrong = run("train");

            assertThat(wrong.exitCode).isEqualTo(2);
            assertThat(wrong.err).contains("Missing required option: '--data=FILE'");
        }

        @Test
        void aMissingFileExitsWith1AndIsNamed() {
            Run wrong = run("split", "--data", "nowhere.csv");

            assertThat(wrong.exitCode).isEqualTo(1);
            assertThat(wrong.err).isEqualToIgnoringNewLines("There is no file nowhere.csv");
        }

        @Test
        void aMalformedRowExitsWith1AndIsNamed() throws IOException {
            Path broken = Files.writeString(folder.resolve("broken.csv"), "1,good\nx,bad\n");

            Run wrong = run("split", "--data", broken.toString());

            assertThat(wrong.exitCode).isEqualTo(1);
            assertThat(wrong.err).startsWith(broken + ", line 2: the label is \"x\"");
        }

        @Test
        void aMissingModelExitsWith1AndIsNamed() {
            Run wrong = run("evaluate", models.resolve("other").toString(), "--data", data.toString());

            assertThat(wrong.exitCode).isEqualTo(1);
            assertThat(wrong.err).contains("other");
        }
    }

    @Nested
    class Train {
        @Test
        void succeedsAndShowsProgressAndFigures() {
            assertThat(train.exitCode).isZero();
            assertThat(train.err).contains("fitting: ", "predicting: ");
            assertThat(train.out).contains("label flips         0");
        }

        @Test
        void namesTheFirstModelAsTheDefault() throws IOException {
            assertThat(json(models.resolve("models.json")).get("default").asText())
                    .isEqualTo("logistic-regression");
        }

        @Test
        void writesAManifestThatFitsItsFiles() throws Exception {
            Path model = models.resolve("logistic-regression");
            byte[] graph = Files.readAllBytes(model.resolve("model.onnx"));
            JsonNode manifest = json(model.resolve("model.json"));

            assertThat(manifest.get("name").asText()).isEqualTo("logistic-regression");
            assertThat(manifest.get("version").asText()).isEqualTo("1.0.0");
            assertThat(manifest.get("kind").asText()).isEqualTo("text-graph");
            assertThat(manifest.get("file").asText()).isEqualTo("model.onnx");
            assertThat(manifest.get("sha256").asText()).isEqualTo(sha256(graph));
            assertThat(manifest.get("crc32").asText()).isEqualTo(Fingerprint.crc32(model.resolve("model.onnx")));
            assertThat(manifest.get("bytes").asInt()).isEqualTo(graph.length);
            JsonNode weights = manifest.at("/further_files/0");
            byte[] table = Files.readAllBytes(model.resolve(weights.get("file").asText()));
            assertThat(weights.get("sha256").asText()).isEqualTo(sha256(table));
            assertThat(weights.get("bytes").asInt()).isEqualTo(table.length);
            assertThat(manifest.get("language").asText()).isEqualTo("en");
            assertThat(manifest.get("labels")).extracting(JsonNode::asText).containsExactly("Negative", "Positive");
            assertThat(manifest.get("threshold").asDouble()).isEqualTo(0.5);
            assertThat(manifest.at("/limits/max_tokens").asInt()).isEqualTo(10_000);
            assertThat(manifest.get("commit").asText()).isNotBlank();
        }

        @Test
        void writesWhatTheModelWasTrainedOn() throws Exception {
            JsonNode trainedOn =
                    json(models.resolve("logistic-regression/model.json")).get("trained_on");

            assertThat(trainedOn.get("dataset").asText()).isEqualTo("Sentiment140");
            assertThat(trainedOn.get("sha256").asText()).isEqualTo(sha256(Files.readAllBytes(data)));
            assertThat(trainedOn.get("rows").asInt()).isBetween(2_500, 3_500);
            assertThat(trainedOn.at("/hyperparameters/buckets").asInt()).isEqualTo(4_096);
            assertThat(trainedOn.at("/hyperparameters/seed").asInt()).isEqualTo(1);
        }

        @Test
        void writesMetricsWithIntervals() throws IOException {
            JsonNode metrics =
                    json(models.resolve("logistic-regression/model.json")).get("metrics");

            assertThat(metrics.at("/manual/rows").asInt()).isEqualTo(100);
            for (String metric : List.of("accuracy", "auc", "log_loss")) {
                JsonNode interval = metrics.get("test").get(metric);
                assertThat(interval.get("value").asDouble())
                        .isBetween(
                                interval.get("low").asDouble(),
                                interval.get("high").asDouble());
            }
            assertThat(metrics.at("/test/accuracy/value").asDouble()).isGreaterThan(0.7);
        }

        @Test
        void writesACardWithTheManifestsFigures() throws IOException {
            Path model = models.resolve("logistic-regression");
            JsonNode manifest = json(model.resolve("model.json"));

            assertThat(Files.readString(model.resolve("CARD.md")))
                    .contains("English only")
                    .contains(manifest.get("sha256").asText())
                    .contains(manifest.get("commit").asText())
                    .contains("%.4f ("
                            .formatted(
                                    manifest.at("/metrics/test/accuracy/value").asDouble()))
                    .contains("0 labels differ")
                    .contains("| a choice | its cost |");
        }
    }

    @Nested
    class Afterwards {
        @Test
        void parityHolds() {
            Run parity = run("parity", model(), "--data", data.toString(), "--rows", "50");

            assertThat(parity.exitCode).isZero();
            assertThat(parity.out).contains("label flips         0", "Parity holds");
        }

        @Test
        void tuneComparesWantedChoicesWithTheFirst() {
            Run tune = run("tune", "--data", data.toString(), "--bits", "12", "--only", "^neighbouring words only$");

            assertThat(tune.exitCode).isZero();
            assertThat(tune.out)
                    .containsPattern("\\| one order of the texts \\| 0\\.0 MB \\| 0\\.\\d{4} \\| \\+0\\.00 points")
                    .contains("| neighbouring words only |")
                    .doesNotContain("no fingerprints", "averaged");
        }

        @Test
        void latencyOpensTheModelInFreshProcesses() {
            Run latency = run("latency", model(), "--processes", "2", "--runs", "2");

            assertThat(latency.exitCode).isZero();
            assertThat(latency.out)
                    .containsPattern("opening in a fresh process \\d+\\.\\d ms \\(")
                    .contains("opening again", "10,000 words");
        }

        @Test
        void evaluateMeasuresAPart() {
            Run evaluate = run("evaluate", model(), "--data", data.toString(), "--part", "validation");

            assertThat(evaluate.exitCode).isZero();
            assertThat(evaluate.out).contains("accuracy  0.", "AUC       0.", "log-loss  0.");
        }

        @Test
        void evaluateComparesTwoModelsInPairs() {
            Run evaluate = run("evaluate", model(), "--data", data.toString(), "--against", model());

            assertThat(evaluate.out).contains("accuracy difference    0.0000 (0.0000 to 0.0000), undecided");
        }

        @Test
        void splitWritesThePartsWithoutLosingARow() throws IOException {
            Path parts = folder.resolve("parts");

            run("split", "--data", data.toString(), "--out", parts.toString());

            assertThat(run("split", "--data", parts.resolve("test.csv").toString()).out)
                    .contains("training   0", "validation 0");
        }

        @Test
        void aChangedModelIsNotMeasured() throws IOException {
            Path changed = Files.createDirectories(folder.resolve("changed/logistic-regression"));
            for (String file : List.of("model.json", "model.onnx", "weights.bin")) {
                Files.copy(models.resolve("logistic-regression").resolve(file), changed.resolve(file));
            }
            Files.write(changed.resolve("weights.bin"), new byte[1], StandardOpenOption.APPEND);

            Run evaluate = run("evaluate", changed.toString(), "--data", data.toString());

            assertThat(evaluate.exitCode).isEqualTo(1);
            assertThat(evaluate.err).contains("weights.bin has CRC-32");
        }

        private String model() {
            return models.resolve("logistic-regression").toString();
        }
    }

    private record Run(int exitCode, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Training.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static void write(Path file, List<LabelledText> texts) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file, UTF_8)) {
            texts.forEach(text -> csv.writeRecord(text.positive() ? "1" : "0", text.text()));
        }
    }

    private static JsonNode json(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
