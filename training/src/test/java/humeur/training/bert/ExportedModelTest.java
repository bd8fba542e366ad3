package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportedModelTest {
    private static final Weights WEIGHTS = TinyModel.weights();

    @Test
    void averagesWeightByWeight() {
        ExportedModel low = ExportedModel.of(shifted(-1));
        ExportedModel high = ExportedModel.of(shifted(2));

        ExportedModel mean = ExportedModel.of(shifted(-1)).averagedWith(List.of(low, high));

        assertThat(mean.floatGraph(8)).isEqualTo(ExportedModel.of(shifted(0)).floatGraph(8));
        assertThat(mean.history()).isEqualTo(Map.of("branches_averaged", 3));
    }

    /** Small whole numbers, so that the mean is exact. */
    private static Weights shifted(int factor) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        WEIGHTS.tensors().forEach((name, tensor) -> {
            float[] values = new float[tensor.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = factor * (i % 8 + 1);
            }
            tensors.put(name, new Tensor(tensor.shape(), values));
        });
        return new Weights(WEIGHTS.shape(), tensors);
    }
}
