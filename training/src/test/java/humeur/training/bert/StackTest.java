package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import humeur.training.evaluation.Predictions;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StackTest {
    private static final int ROWS = 40_000;

    private final Random random = new Random(7);
    private final float[] deep = new float[ROWS];
    private final float[] wide = new float[ROWS];
    private final boolean[] labels = new boolean[ROWS];

    @Test
    void findsTheWeightsThatTheLabelsWereDrawnWith() {
        for (int i = 0; i < ROWS; i++) {
            double a = random.nextGaussian() * 2;
            double b = random.nextGaussian() * 2;
            deep[i] = sigmoid(a);
            wide[i] = sigmoid(b);
            labels[i] = random.nextFloat() < sigmoid(0.8 * a + 0.4 * b - 0.5);
        }
        Stack stack = Stack.fit(new Predictions(deep, labels), new Predictions(wide, labels));

        assertThat(stack.deep()).isCloseTo(0.8, within(0.05));
        assertThat(stack.wide()).isCloseTo(0.4, within(0.05));
        assertThat(stack.bias()).isCloseTo(-0.5, within(0.05));
    }

    @Test
    void addsLogOdds() {
        Stack stack = new Stack(0.5, 2, 1);
        Predictions both = stack.apply(one(sigmoid(3)), one(sigmoid(-1)));

        assertThat(both.probabilities()[0]).isCloseTo(sigmoid(0.5), within(1e-5f));
    }

    @Test
    void wantsThePredictionsOfTheSameTexts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stack.fit(one(0.5f), new Predictions(new float[] {0.5f}, new boolean[] {false})));
    }

    private static Predictions one(float probability) {
        return new Predictions(new float[] {probability}, new boolean[] {true});
    }

    private static float sigmoid(double logOdds) {
        return (float) (1 / (1 + Math.exp(-logOdds)));
    }
}
