package humeur.training.bert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import humeur.training.evaluation.Metrics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final Settings SETTINGS = new Settings(1, 8, 3e-3, 5, 16);
    private static final TokenizedTexts TRAINING = TinyModel.texts(400, 1);
    private static final TokenizedTexts VALIDATION = TinyModel.texts(100, 2);

    @TempDir
    private Path folder;

    /** What the killed process runs: trains in the folder of the first argument, with a checkpoint after every step. */
    public static void main(String[] arguments) throws IOException {
        try (Run run = open(Path.of(arguments[0]), SETTINGS, Duration.ZERO)) {
            run.train(Long.parseLong(arguments[1]), new StopSignal());
        }
    }

    private static Run open(Path folder, Settings settings, Duration checkpoint) {
        return new Run(
                folder,
                settings,
                TinyModel.weights(),
                TRAINING,
                VALIDATION,
                new Run.Intervals(checkpoint, 20),
                new PrintWriter(OutputStream.nullOutputStream(), true, UTF_8));
    }

    private static void train(Path folder, long texts) throws IOException {
        try (Run run = open(folder, SETTINGS, Duration.ofHours(1))) {
            run.train(texts, new StopSignal());
        }
    }

    private static byte[] stable(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve("stable.checkpoint"));
    }

    private static Metrics validation(Path weights) throws IOException {
        try (BertClassifier classifier = new BertClassifier(TinyModel.weights(), AdamW.USUAL)) {
            Map<String, FloatBuffer> values = classifier.values();
            new CheckpointFile(weights).read(values);
            return Metrics.of(new Scorer(classifier, VALIDATION).predict());
        }
    }

    @Nested
    class Training {
        @Test
        void learns() throws IOException {
            train(folder, 800);

            assertThat(validation(folder.resolve("stable-best.weights"))
                            .accuracy()
                            .value())
                    .isGreaterThan(0.95);
        }

        @Test
        void writesAHistoryOfItsEvaluations() throws IOException {
            train(folder, 400);

            assertThat(Files.readAllLines(folder.resolve("history.tsv")))
                    .hasSize(4)
                    .first()
                    .asString()
                    .startsWith("time\tbranch\tstep\ttexts\trate\taccuracy");
        }
    }

    @Nested
    class GoingOn {
        @Test
        void endsWithTheSameWeightsAsAnUninterruptedRun() throws IOException {
            Path interrupted = folder.resolve("interrupted");
            Path whole = folder.resolve("whole");
            train(interrupted, 160);
            train(interrupted, 320);
            train(interrupted, 640);
            train(whole, 160);
            try (Run run = open(whole, SETTINGS, Duration.ofHours(1))) {
                run.train(640, new StopSignal());
            }

            assertThat(stable(interrupted)).isEqualTo(stable(whole));
        }

        @Test
        void survivesBeingKilledAtAnyMoment() throws Exception {
            Path killed = folder.resolve("killed");
            Path whole = folder.resolve("whole");
            for (int kill = 1; kill <= 3; kill++) {
                Process process = start(killed, 4_000);
                while (process.isAlive() && !Files.exists(killed.resolve("stable.checkpoint"))) {
                    Thread.sleep(10);
                }
                process.waitFor(100 * kill, TimeUnit.MILLISECONDS);
                process.destroyForcibly().waitFor();
            }
            assertThat(start(killed, 4_000).waitFor()).isZero();
            assertThat(start(whole, 4_000).waitFor()).isZero();

            assertThat(stable(killed)).isEqualTo(stable(whole));
        }

        @Test
        void stopsWithACheckpointWhenAsked() throws IOException {
            StopSignal stop = new StopSignal();
            stop.ask();
            try (Run run = open(folder, SETTINGS, Duration.ofHours(1))) {
                run.train(1_000_000, stop);
            }

            assertThat(folder.resolve("stable.checkpoint")).exists();
        }

        @Test
        void refusesOtherSettings() throws IOException {
            train(folder, 16);
            try (Run run = open(folder, new Settings(1, 8, 1e-3, 5, 16), Duration.ofHours(1))) {
                assertThatExceptionOfType(CheckpointException.class)
                        .isThrownBy(() -> run.train(32, new StopSignal()))
                        .withMessageContaining("rate=0.003");
            }
        }

        @Test
        void saysSoWhenTheTextsHaveChanged() throws IOException {
            train(folder, 16);
            StringWriter said = new StringWriter();
            try (Run run = new Run(
                    folder,
                    SETTINGS,
                    TinyModel.weights(),
                    TinyModel.texts(300, 9),
                    VALIDATION,
                    new Run.Intervals(Duration.ofHours(1), 20),
                    new PrintWriter(said, true))) {
                run.train(32, new StopSignal());
            }

            assertThat(said.toString()).contains("not those that the run was begun with", "Going on from step 2");
        }

        @Test
        void refusesADamagedCheckpoint() throws IOException {
            train(folder, 16);
            Path file = folder.resolve("stable.checkpoint");
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> train(folder, 32))
                    .withMessageContaining("checksum");
        }

        private Process start(Path run, int texts) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dai.djl.offline=true",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            RunTest.class.getName(),
                            run.toString(),
                            Integer.toString(texts))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    @Nested
    class Decaying {
        @Test
        void needsAStableBranch() {
            try (Run run = open(folder, SETTINGS, Duration.ofHours(1))) {
                assertThatExceptionOfType(MissingCheckpointException.class)
                        .isThrownBy(() -> run.decay(160, new StopSignal()))
                        .withMessageContaining("run `training bert train` first");
            }
        }

        @Test
        void leavesAModelAndTheStableBranchAsItWas() throws IOException {
            train(folder, 400);
            byte[] before = stable(folder);
            try (Run run = open(folder, SETTINGS, Duration.ofHours(1))) {
                run.decay(160, new StopSignal());
            }

            assertThat(validation(folder.resolve("model.weights")).accuracy().value())
                    .isGreaterThan(0.9);
            assertThat(stable(folder)).isEqualTo(before);
            assertThat(folder.resolve("decay.checkpoint")).doesNotExist();
        }
    }
}
