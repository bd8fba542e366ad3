package humeur.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {
    @ParameterizedTest
    @CsvSource({"0, 0, false", "5, 5, false", "5, 4, true", "10001, 10000, true"})
    void is_truncated_when_tokens_were_left_unread(int total, int used, boolean truncated) {
        assertThat(new Prediction(0.5f, total, used, 10, Timing.between(0, 0, 0), Optional.empty()).truncated())
                .isEqualTo(truncated);
    }
}
