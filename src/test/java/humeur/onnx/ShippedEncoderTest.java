package humeur.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelSlot;
import humeur.sentiment.Prediction;
import humeur.sentiment.SentimentModel;
import humeur.text.OddTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder in onnx-models/. */
class ShippedEncoderTest {
    private static ModelCatalog catalog;
    private static ModelSlot slot;
    private static SentimentModel model;

    @BeforeAll
    static void open() {
        catalog = ModelCatalog.open(
                Path.of("onnx-models").toAbsolutePath(), Optional.empty(), new OnnxModels(Optional.empty()));
        slot = catalog.slot("bert");
        model = slot.model();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void is_the_default() {
        assertThat(catalog.defaultSlot().manifest()).isEqualTo(slot.manifest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love this, best day ever!",
                "thank you so much @bob, you are awesome \u2764\uFE0F",
                "not bad at all, I really enjoyed it",
                "can't wait to see you all tomorrow"
            })
    void finds_clear_texts_positive(String text) {
        assertThat(model.predict(text, false).probability()).isGreaterThan(0.7f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I hate this, worst day ever",
                "so sad, I miss my dog",
                "my phone died and I have a headache",
                "I do not like it at all"
            })
    void finds_clear_texts_negative(String text) {
        assertThat(model.predict(text, false).probability()).isLessThan(0.3f);
    }

    @Test
    void reads_128_pieces() {
        Prediction prediction = model.predict("good ".repeat(1_000), false);

        assertThat(prediction.tokensTotal()).isEqualTo(1_000);
        assertThat(prediction.tokensUsed()).isEqualTo(128);
        assertThat(prediction.codePointsRead()).isEqualTo(128 * 5 - 1);
    }

    @Test
    void answers_any_text() {
        List<Prediction> predictions =
                OddTexts.raw(17, 300).map(text -> model.predict(text, false)).toList();

        assertThat(predictions)
                .allSatisfy(prediction -> assertThat(prediction.probability()).isBetween(0f, 1f));
    }
}
