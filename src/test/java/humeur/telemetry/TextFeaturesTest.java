package humeur.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFeaturesTest {
    @Test
    void countsWhatThereIsInAnyLanguage() {
        assertThat(TextFeatures.of(" Bravo !! \u3000très 😀👍 https://a.b WWW.x ¡wow！ "))
                .isEqualTo(new TextFeatures(43, 7, 2, 4, 2));
        assertThat(TextFeatures.of("")).isEqualTo(new TextFeatures(0, 0, 0, 0, 0));
        assertThat(TextFeatures.of("wwwx hello \ud800").links()).isZero();
    }

    @Test
    void readsOnlyAValidTraceparent() {
        String valid = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(TraceContext.parse(valid))
                .contains(new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"));
        assertThat(TraceContext.parse(valid.toUpperCase())).isEmpty();
        assertThat(TraceContext.parse(valid.replace('-', '_'))).isEmpty();
        assertThat(TraceContext.parse("00-" + "0".repeat(32) + "-b7ad6b7169203331-01"))
                .isEmpty();
        assertThat(TraceContext.parse("")).isEmpty();
    }
}
