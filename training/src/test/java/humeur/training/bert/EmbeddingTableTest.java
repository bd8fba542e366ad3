package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class EmbeddingTableTest {
    private static final Tensor INITIAL = new Tensor(new int[] {3, 2}, new float[] {1, 2, 3, 4, 5, 6});

    private static float[] values(EmbeddingTable table) {
        return table.gather(new int[] {0, 1, 2});
    }

    @Test
    void leavesRowsAloneThatABatchDoesNotRead() {
        EmbeddingTable table = new EmbeddingTable("words", INITIAL, AdamW.USUAL);

        table.update(new int[] {2, 0}, new float[] {1, 1, 1, 1}, 0.1, 1);

        assertThat(values(table)[2]).isEqualTo(3);
        assertThat(values(table)[3]).isEqualTo(4);
        assertThat(values(table)[0]).isLessThan(1);
        assertThat(values(table)[5]).isLessThan(6);
    }

    @Test
    void stepsAsFarForARareRowAsForAFrequentOne() {
        EmbeddingTable table = new EmbeddingTable("words", INITIAL, AdamW.USUAL.withoutWeightDecay());
        for (int i = 0; i < 50; i++) {
            table.update(new int[] {0}, new float[] {1, 1}, 0.01, 1);
        }
        table.update(new int[] {1}, new float[] {1, 1}, 0.01, 1);

        assertThat(1 - values(table)[0]).isEqualTo(50 * 0.01f, within(1e-4f));
        assertThat(3 - values(table)[2]).isEqualTo(0.01f, within(1e-6f));
    }

    @Test
    void updatesAsAdamWDoesWhereEveryRowIsRead() {
        EmbeddingTable table = new EmbeddingTable("words", INITIAL, AdamW.USUAL);
        FloatBuffer dense = FloatBuffer.wrap(INITIAL.values().clone());
        AdamW.Moments moments = AdamW.Moments.zeros(6);
        for (int step = 1; step <= 20; step++) {
            float[] gradient = {1, -step, 0.5f, 0, -2, 3f / step};
            table.update(new int[] {0, 1, 2}, gradient, 0.01, 0.5f);
            AdamW.USUAL.update(dense, FloatBuffer.wrap(gradient), moments, new AdamW.Step(0.01, 0.5f, step));
        }

        assertThat(values(table)).isEqualTo(dense.array());
    }
}
