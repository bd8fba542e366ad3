package humeur.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackFileTest {
    private static final long MAX_SIZE = 1 << 20;
    private static final List<byte[]> LINES = List.of(
            line(Optional.empty()),
            line(Optional.of("one\ntwo \"\\ \u0000 \u2028 é 😀 \ud800 ,\"crc32c\":\"00000000\"}\n")),
            line(Optional.of("x".repeat(200))));

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("feedback-1.ndjson");
    }

    @Nested
    class A_line {
        @Test
        void is_one_json_object_on_one_line_with_the_checksum_of_the_rest() {
            Feedback feedback = new Feedback(
                    UUID.fromString("019a0b1c-2d3e-7f40-8123-456789abcdef"),
                    1,
                    Optional.of("a \"b\"\n\ud800"),
                    Instant.parse("2026-01-02T03:04:05.678Z"));
            assertThat(new String(FeedbackLine.of(feedback), StandardCharsets.UTF_8))
                    .matches("\\{\"id\":\"019a0b1c-2d3e-7f40-8123-456789abcdef\",\"label\":1,"
                            + "\"at\":\"2026-01-02T03:04:05.678Z\",\"text\":\"a \\\\\"b\\\\\"\\\\n\uFFFD\","
                            + "\"crc32c\":\"[0-9a-f]{8}\"}\n");
        }

        @Test
        void is_not_whole_when_any_byte_is_another() {
            for (byte[] line : LINES) {
                assertThat(FeedbackLine.isWhole(line, line.length)).isTrue();
                for (int i = 0; i < line.length; i++) {
                    byte[] damaged = line.clone();
                    damaged[i] ^= 1;
                    assertThat(FeedbackLine.isWhole(damaged, damaged.length)).isFalse();
                }
            }
        }
    }

    @Nested
    class After_a_crash {
        @Test
        void at_any_byte_all_whole_lines_are_there_and_nothing_else() throws Exception {
            byte[] whole = written();
            for (int length = 0; length <= whole.length; length++) {
                Files.write(path, Arrays.copyOf(whole, length));
                byte[] expected = wholeLines(length);
                try (FeedbackFile file = FeedbackFile.open(path, MAX_SIZE).orElseThrow()) {
                    assertThat(Files.readAllBytes(path)).as("cut at %d", length).isEqualTo(expected);
                    file.append(LINES.get(0));
                }
                assertThat(Files.readAllBytes(path)).isEqualTo(joined(expected, LINES.get(0)));
            }
        }

        /** A file system may have grown the file before it wrote the bytes. */
        @Test
        void at_any_byte_with_zeros_for_the_rest_it_is_the_same() throws Exception {
            byte[] whole = written();
            for (int length = 0; length < whole.length; length += 7) {
                byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length);
                Files.write(path, zeros);
                FeedbackFile.open(path, MAX_SIZE).orElseThrow().close();
                assertThat(Files.readAllBytes(path)).as("cut at %d", length).isEqualTo(wholeLines(length));
            }
        }

        private byte[] written() throws Exception {
            try (FeedbackFile file = FeedbackFile.open(path, MAX_SIZE).orElseThrow()) {
                for (byte[] line : LINES) {
                    file.append(line);
                }
            }
            return Files.readAllBytes(path);
        }

        private byte[] wholeLines(int length) {
            byte[] lines = {};
            for (byte[] line : LINES) {
                if (lines.length + line.length > length) {
                    break;
                }
                lines = joined(lines, line);
            }
            return lines;
        }
    }

    @Test
    void aDamagedLineBeforeWholeOnesIsLeftAlone() throws Exception {
        byte[] damaged = joined(LINES.get(0), joined("damaged\n".getBytes(StandardCharsets.UTF_8), LINES.get(2)));
        Files.write(path, damaged);
        FeedbackFile.open(path, MAX_SIZE).orElseThrow().close();
        assertThat(Files.readAllBytes(path)).isEqualTo(damaged);
    }

    @Test
    void hasOneWriterAtATime() throws Exception {
        try (FeedbackFile first = FeedbackFile.open(path, MAX_SIZE).orElseThrow()) {
            assertThat(first.isOpen()).isTrue();
            assertThat(FeedbackFile.open(path, MAX_SIZE)).isEmpty();
        }
        try (FeedbackFile next = FeedbackFile.open(path, MAX_SIZE).orElseThrow()) {
            next.append(LINES.get(0));
        }
    }

    @Test
    void neverGrowsBeyondItsLargestSize() throws Exception {
        int length = LINES.get(0).length;
        try (FeedbackFile file = FeedbackFile.open(path, 2L * length).orElseThrow()) {
            file.append(LINES.get(0));
            file.append(LINES.get(0));
            assertThatThrownBy(() -> file.append(LINES.get(0)))
                    .isInstanceOf(StorageFullException.class)
                    .hasMessageContaining(path.toString());
        }
        assertThat(Files.size(path)).isEqualTo(2L * length);
    }

    @Test
    void isNobodyElsesToRead() throws IOException {
        FeedbackFile.open(path, MAX_SIZE).orElseThrow().close();
        assertThat(Files.getPosixFilePermissions(path).toString())
                .contains("OWNER_READ", "OWNER_WRITE")
                .doesNotContain("GROUP", "OTHERS");
    }

    private static byte[] line(Optional<String> text) {
        return FeedbackLine.of(new Feedback(new UUID(1, 2), 0, text, Instant.EPOCH));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
