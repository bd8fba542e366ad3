package humeur.benchmark.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerTimingTest {
    @Test
    void tells_the_model_s_share_and_the_whole() {
        assertThat(ServerTiming.parse("tokenise;dur=0.250, infer;dur=4.500, total;dur=5.125"))
                .isEqualTo(new ServerTiming(4.75, 5.125));
    }

    @Test
    void of_an_answer_without_a_prediction_is_refused() {
        assertThatThrownBy(() -> ServerTiming.parse("total;dur=0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a prediction's Server-Timing: \"total;dur=0.1\"");
    }
}
