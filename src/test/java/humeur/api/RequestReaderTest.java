package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    @Nested
    class Bytes {
        @ParameterizedTest
        @ValueSource(strings = {"0000feff", "00007b00", "fffe0000", "7b22ff", "80", "7b22746578742222c328"})
        void thatAreNoDocumentAreRefused(String hexadecimal) {
            assertThat(refusal(HexFormat.of().parseHex(hexadecimal)))
                    .extracting(Violation::type)
                    .containsExactly("json_invalid");
        }

        @Test
        void ofAnyKindNeverFailOtherwise() {
            Random random = new Random(7);
            byte[] document = "{\"text\": \"I loved it\", \"explain\": true, \"x\": [1, {\"y\": null}]}"
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20_000; i++) {
                byte[] damaged = document.clone();
                for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    RequestReader.single(damaged);
                } catch (InvalidRequestException refused) {
                    assertThat(refused.violations()).isNotEmpty();
                }
            }
        }
    }

    @Nested
    class Violations {
        @Test
        void areAllNamedAtOnce() {
            List<Violation> violations =
                    refusal("{\"text\": 1, \"model\": 2, \"explain\": 3}".getBytes(StandardCharsets.UTF_8));
            assertThat(violations)
                    .extracting(Violation::type)
                    .containsExactly("string_type", "string_type", "bool_type");
        }

        @Test
        void neverHoldTheInput() {
            for (String document :
                    List.of("{\"secret\": ", "secret", "{\"text\": \"secret\\q\"}", "{\"text\": secret}", "{secret}")) {
                assertThat(refusal(document.getBytes(StandardCharsets.UTF_8)).toString())
                        .doesNotContain("secret");
            }
        }
    }

    private static List<Violation> refusal(byte[] document) {
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> RequestReader.single(document));
        assertThat(refused).isNotNull();
        return refused.violations();
    }
}
