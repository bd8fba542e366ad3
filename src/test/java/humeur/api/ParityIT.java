package humeur.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import humeur.azure.PackagedService;
import humeur.onnx.OnnxModels;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelSlot;
import humeur.sentiment.Prediction;
import humeur.text.OddTexts;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build has packaged, the native executable above all, predicts what the same classes predict on this JVM. */
@ExtendWith(PackagedService.class)
@QuarkusIntegrationTest
class ParityIT {
    private static final int BATCH = 100;

    private final ModelCatalog catalog = ModelCatalog.open(
            Path.of("onnx-models").toAbsolutePath(), Optional.empty(), new OnnxModels(Optional.empty()));

    @ParameterizedTest
    @ValueSource(strings = {"bert", "logistic-regression"})
    void givesEveryTextTheSameSentiment(String model) {
        ModelSlot slot = catalog.slot(model);
        List<String> texts = Stream.of(OddTexts.raw(11, 5_000), OddTexts.plain(12, 17_000))
                .flatMap(all -> all)
                .filter(text -> !text.isBlank())
                .toList();
        List<Map<String, Object>> results = new ArrayList<>();
        for (int start = 0; start < texts.size(); start += BATCH) {
            results.addAll(predict(model, texts.subList(start, Math.min(texts.size(), start + BATCH))));
        }
        int predicted = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (results.get(i).containsKey("error")) {
                continue; // Just a number or white space: no model reads it, here or there.
            }
            Prediction expected = slot.model().predict(texts.get(i), false);
            assertThat(results.get(i).get("prediction"))
                    .as(texts.get(i))
                    .isEqualTo(slot.manifest().sentiment(expected.probability()).number());
            assertThat(((Number) results.get(i).get("probability")).floatValue())
                    .as(texts.get(i))
                    .isCloseTo(expected.probability(), within(1e-6f));
            assertThat(results.get(i).get("tokens_total")).isEqualTo(expected.tokensTotal());
            predicted++;
        }
        assertThat(predicted).isGreaterThanOrEqualTo(20_000);
    }

    private static List<Map<String, Object>> predict(String model, List<String> texts) {
        return given().contentType("application/json; charset=utf-8")
                .body(Map.of("model", model, "texts", texts))
                .post("/predict/batch")
                .then()
                .statusCode(200)
                .extract()
                .path("results");
    }
}
