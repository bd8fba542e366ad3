package humeur.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TweetNormalizerPropertiesTest {
    private static final long SEED = 20090406;
    private static final int TEXTS = 4_000;

    @Test
    void leaves_the_training_files_form_alone() {
        OddTexts.plain(SEED, TEXTS).forEach(text -> assertThat(normalized(text)).isEqualTo(text));
    }

    @Test
    void changes_nothing_the_second_time() {
        OddTexts.withoutRewrites(SEED, TEXTS)
                .map(TweetNormalizerPropertiesTest::normalized)
                .forEach(once -> assertThat(normalized(once)).isEqualTo(once));
    }

    @Test
    void yields_well_formed_utf_16_without_nul() {
        OddTexts.raw(SEED, TEXTS).forEach(raw -> {
            boolean wellFormed = normalized(raw).codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
            assertThat(wellFormed).as(raw).isTrue();
        });
    }

    @Test
    void points_back_into_the_raw_text_in_ascending_order() {
        OddTexts.raw(SEED, TEXTS).forEach(raw -> {
            NormalizedText text = TweetNormalizer.normalize(raw);
            assertThat(text.sources()).as(raw).hasSize(text.text().length() + 1).isSorted();
            assertThat(text.source(0)).as(raw).isBetween(0, raw.length());
            assertThat(text.source(text.text().length())).as(raw).isEqualTo(raw.length());
        });
    }

    @Test
    void never_points_between_the_halves_of_a_code_point() {
        OddTexts.raw(SEED, TEXTS).forEach(raw -> {
            boolean between =
                    IntStream.of(TweetNormalizer.normalize(raw).sources()).anyMatch(i -> isInsidePair(raw, i));
            assertThat(between).as(raw).isFalse();
        });
    }

    @Test
    void keeps_all_white_space() {
        OddTexts.plain(SEED, TEXTS)
                .forEach(text -> assertThat(spaces(normalized(text))).isEqualTo(spaces(text)));
    }

    /** Quadratic work on a million characters would take minutes; linear work takes milliseconds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@",
                "@a",
                "a@b",
                "&#",
                "&amp;",
                ":-",
                ":D",
                ":)",
                "h",
                "http://",
                "http:// ",
                "awww.",
                " ",
                "\0",
                "\uD83D",
                "\uDE00",
                "\uD83D\uDE00",
                "\u2764\uFE0F",
                "\u200D",
                "\u2026",
                "\u0301",
                "'",
                "a'",
                "!?",
                "</",
                "#"
            })
    void takes_linear_time(String piece) {
        String raw = piece.repeat(1_000_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> WordTokenizer.tokenize(TweetNormalizer.normalize(raw)));
    }

    private static String normalized(String raw) {
        return TweetNormalizer.normalize(raw).text();
    }

    private static boolean isInsidePair(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }

    private static String spaces(String text) {
        return text.chars()
                .filter(c -> UnicodeSpace.isSpace((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
