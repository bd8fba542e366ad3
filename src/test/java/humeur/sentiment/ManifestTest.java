package humeur.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, 0, NEGATIVE",
        "0.5, 0.49999997, NEGATIVE",
        "0.5, 0.5, POSITIVE",
        "0.5, 0.50000006, POSITIVE",
        "0.5, 1, POSITIVE",
        "0.7, 0.69, NEGATIVE",
        "0.7, 0.7, POSITIVE",
        "0.3, 0.3, POSITIVE",
    })
    void calls_a_text_positive_from_the_threshold_on(float threshold, float probability, Sentiment expected) {
        Manifest manifest = new Manifest(
                "logistic",
                "1.0.0",
                "text-graph",
                new ModelFile("model.onnx", "", Optional.empty()),
                List.of(),
                threshold,
                1,
                JsonNodeFactory.instance.objectNode());

        assertThat(manifest.sentiment(probability)).isEqualTo(expected);
    }
}
