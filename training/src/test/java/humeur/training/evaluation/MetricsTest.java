package humeur.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final Offset<Double> PRINTED = within(5e-5);

    @Nested
    class OfAccuracy {
        @Test
        void countsTheThresholdItselfAsPositive() {
            Predictions predictions = predictions(new float[] {0.5f, 0.49f, 0.9f, 0.2f}, true, true, false, false);

            assertThat(Metrics.of(predictions).accuracy().value()).isCloseTo(0.5, EXACT);
        }

        @Test
        void hasWilsonsInterval() {
            // 8 of 10, worked by hand: centre (0.8 + 0.19207) / 1.38415, half width 0.22659.
            Interval interval = Accuracy.wilson(8, 10);

            assertThat(interval.low()).isCloseTo(0.4902, PRINTED);
            assertThat(interval.high()).isCloseTo(0.9433, PRINTED);
        }

        @Test
        void staysWithinZeroAndOne() {
            assertThat(Accuracy.wilson(10, 10).high()).isLessThanOrEqualTo(1);
            assertThat(Accuracy.wilson(0, 10).low()).isGreaterThanOrEqualTo(0);
        }
    }

    @Nested
    class OfAuc {
        @Test
        void isTheShareOfPairsRankedRightly() {
            // Positives 0.9, 0.6, 0.3; negatives 0.7, 0.2: of six pairs 0.6 < 0.7 and 0.3 < 0.7 are wrong.
            Predictions predictions =
                    predictions(new float[] {0.9f, 0.6f, 0.3f, 0.7f, 0.2f}, true, true, true, false, false);

            assertThat(Metrics.of(predictions).auc().value()).isCloseTo(4 / 6.0, EXACT);
        }

        @Test
        void countsTiesHalf() {
            Predictions predictions = predictions(new float[] {0.5f, 0.5f, 0.5f}, true, false, false);

            assertThat(Metrics.of(predictions).auc().value()).isCloseTo(0.5, EXACT);
        }

        @Test
        void hasDeLongsInterval() {
            // Placements of the positives 1, 1/2, 1/2 (variance 1/12), of the negatives 1/3, 1 (variance 2/9).
            double standardError = Math.sqrt(1 / 12.0 / 3 + 2 / 9.0 / 2);
            Predictions predictions =
                    predictions(new float[] {0.9f, 0.6f, 0.3f, 0.7f, 0.2f}, true, true, true, false, false);

            Interval interval = RocAuc.of(predictions).interval(predictions.labels());

            assertThat(RocAuc.standardError(
                            predictions.labels(), RocAuc.of(predictions).placements()))
                    .isCloseTo(standardError, EXACT);
            assertThat(interval).isEqualTo(new Interval(4 / 6.0, 0, 1));
        }
    }

    @Nested
    class OfLogLoss {
        @Test
        void isTheMeanOfTheTextsLosses() {
            Predictions predictions = predictions(new float[] {0.5f, 0.25f}, true, false);
            double expected = (-Math.log(0.5) - Math.log(0.75)) / 2;
            double standardError = Math.abs(Math.log(0.75) - Math.log(0.5)) / 2;

            Interval logLoss = Metrics.of(predictions).logLoss();

            assertThat(logLoss.value()).isCloseTo(expected, EXACT);
            assertThat(logLoss.high()).isCloseTo(expected + Interval.Z * standardError, EXACT);
        }

        @Test
        void ofACertainMistakeIsFinite() {
            assertThat(Metrics.of(predictions(new float[] {0f}, true)).logLoss().value())
                    .isCloseTo(-Math.log(1e-7), EXACT);
        }
    }

    @Nested
    class OfAPair {
        @Test
        void countsWhereOnlyOneIsRight() {
            Predictions first = predictions(new float[] {0.9f, 0.9f, 0.9f, 0.1f}, true, true, true, true);
            Predictions second = predictions(new float[] {0.9f, 0.1f, 0.1f, 0.9f}, true, true, true, true);

            PairedComparison comparison = PairedComparison.of(first, second);

            assertThat(comparison.onlyFirst()).isEqualTo(2);
            assertThat(comparison.onlySecond()).isEqualTo(1);
            assertThat(comparison.accuracy().value()).isCloseTo(0.25, EXACT);
            assertThat(comparison.accuracy().high())
                    .isCloseTo(0.25 + Interval.Z * Math.sqrt((0.75 - 0.0625) / 4), EXACT);
            assertThat(comparison.decided()).isFalse();
        }

        @Test
        void ofAModelWithItselfIsZeroWithoutUncertainty() {
            Predictions predictions =
                    predictions(new float[] {0.9f, 0.6f, 0.3f, 0.7f, 0.2f}, true, true, true, false, false);

            assertThat(PairedComparison.of(predictions, predictions).auc()).isEqualTo(new Interval(0, 0, 0));
        }

        @Test
        void needsTheSameTexts() {
            Predictions first = predictions(new float[] {0.9f}, true);
            Predictions second = predictions(new float[] {0.9f}, false);

            assertThatThrownBy(() -> PairedComparison.of(first, second)).hasMessageContaining("labels differ");
        }
    }

    @Test
    void parityCountsFlipsAndTheLargestDifference() {
        Parity parity = Parity.of(List.of("a", "b"), text -> text.equals("a") ? 0.51 : 0.2, text -> 0.49);

        assertThat(parity.texts()).isEqualTo(2);
        assertThat(parity.labelFlips()).isEqualTo(1);
        assertThat(parity.largestDifference()).isCloseTo(0.29, EXACT);
        assertThat(parity.holds()).isFalse();
    }

    private static Predictions predictions(float[] probabilities, boolean... labels) {
        return new Predictions(probabilities, labels);
    }
}
