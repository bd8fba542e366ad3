package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LearningRateTest {
    private static final LearningRate.Stable STABLE = new LearningRate.Stable(2e-4, 9);

    @Nested
    class Stable {
        @Test
        void risesInEqualSteps() {
            assertThat(STABLE.at(0)).isEqualTo(2e-5, within(1e-12));
            assertThat(STABLE.at(4)).isEqualTo(1e-4, within(1e-12));
        }

        @Test
        void staysAtItsPeak() {
            assertThat(STABLE.at(9)).isEqualTo(2e-4);
            assertThat(STABLE.at(1_000_000)).isEqualTo(2e-4);
        }
    }

    @Nested
    class Decay {
        private final LearningRate decay = new LearningRate.Decay(STABLE, 1_000, 100);

        @Test
        void beginsWhereTheStableBranchIs() {
            assertThat(decay.at(1_000)).isEqualTo(2e-4);
        }

        @Test
        void isHalfAfterAQuarterOfItsSteps() {
            assertThat(decay.at(1_025)).isEqualTo(1e-4, within(1e-12));
        }

        @Test
        void endsAtZero() {
            assertThat(decay.at(1_100)).isZero();
        }
    }
}
