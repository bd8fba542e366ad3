package humeur.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    @TempDir
    Path directory;

    /** The examples that NIST publishes. */
    @ParameterizedTest
    @CsvSource({
        "'', 1, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, 1, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "a, 1000000, cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    })
    void is_the_files_sha_256_in_lower_case(String piece, int times, String sha256) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), piece.repeat(times));

        assertThat(Fingerprint.sha256(file)).isEqualTo(sha256);
    }

    /** The check value of CRC-32/ISO-HDLC, and one with a zero in front. */
    @ParameterizedTest
    @CsvSource({"123456789, cbf43926", "'', 00000000", "62, 0012d20a"})
    void is_the_files_crc_32_in_eight_digits(String content, String crc32) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), content);

        assertThat(Fingerprint.crc32(file)).isEqualTo(crc32);
    }

    @Test
    void of_a_missing_file_fails_with_its_name() {
        Path missing = directory.resolve("missing");

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Fingerprint.sha256(missing))
                .withMessageContaining(missing.toString());
    }
}
