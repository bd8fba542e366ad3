package humeur.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeSpaceTest {
    @Test
    void is_unicodes_white_space_property() {
        Pattern whiteSpace = Pattern.compile("\\p{IsWhite_Space}");

        assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE).filter(c -> UnicodeSpace.isSpace((char) c)))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(c -> whiteSpace.matcher(Character.toString(c)).matches())
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\t\n\u000B\f\r\u0085\u2028\u3000"})
    void alone_is_blank(String text) {
        assertThat(UnicodeSpace.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a", "a ", "\u200B", "\uFEFF", "\0", "\uD83D\uDE00"})
    void with_anything_else_is_not_blank(String text) {
        assertThat(UnicodeSpace.isBlank(text)).isFalse();
    }
}
