package humeur.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void the_median_is_the_middle_value_or_the_mean_of_two() {
        assertThat(Distribution.of(9, 1, 2).median()).isEqualTo(2);
        assertThat(Distribution.of(9, 1, 2, 4).median()).isEqualTo(3);
    }

    @Test
    void a_percentile_is_by_nearest_rank() {
        Distribution oneToHundred = Distribution.of(
                DoubleStream.iterate(100, value -> value - 1).limit(100).toArray());
        assertThat(oneToHundred.percentile(50)).isEqualTo(50);
        assertThat(oneToHundred.percentile(99)).isEqualTo(99);
        assertThat(oneToHundred.percentile(0)).isEqualTo(oneToHundred.min()).isEqualTo(1);
        assertThat(oneToHundred.percentile(100)).isEqualTo(oneToHundred.max()).isEqualTo(100);
    }

    @Test
    void without_values_there_is_none() {
        assertThatThrownBy(() -> Distribution.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
