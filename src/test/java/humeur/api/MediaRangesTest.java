package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML",
                "text/*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/json;q=0.5, text/html;level=1;q=0.6",
                "*/*;q=0.1,text/html;q=0.2"
            })
    void preferThePage(String accept) {
        assertThat(MediaRanges.preferHtml(Optional.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "application/json,text/html",
                "text/html,*/*",
                "text/plain,*/*;q=0.5",
                "text/html;q=0",
                "text/html;q=x",
                "text/html;q=0.5,application/*",
                ",;,q=;"
            })
    void preferJson(String accept) {
        assertThat(MediaRanges.preferHtml(Optional.of(accept))).isFalse();
    }

    @Test
    void areJsonWhenNoneAreNamed() {
        assertThat(MediaRanges.preferHtml(Optional.empty())).isFalse();
    }
}
