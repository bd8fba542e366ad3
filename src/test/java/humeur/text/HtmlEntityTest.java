package humeur.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlEntityTest {
    @ParameterizedTest
    @CsvSource({
        "&amp;, 0x26",
        "&lt;, 0x3C",
        "&gt;, 0x3E",
        "&quot;, 0x22",
        "&apos;, 0x27",
        "&nbsp;, 0x20",
        "&#39;, 0x27",
        "&#039;, 0x27",
        "&#x27;, 0x27",
        "&#X1f600;, 0x1F600",
        "&#1114111;, 0x10FFFF",
        "&#x10FFFF;, 0x10FFFF",
    })
    void is_the_character_it_stands_for(String reference, String codePoint) {
        assertThat(HtmlEntity.at(reference, 0))
                .isEqualTo(new HtmlEntity(Integer.decode(codePoint), reference.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "&;",
                "&amp",
                "&AMP;",
                "& amp;",
                "&copy;",
                "&#;",
                "&#x;",
                "&#0;",
                "&#x0;",
                "&#-5;",
                "&#+5;",
                "&#12a;",
                "&#xG;",
                "&#xD800;",
                "&#xDFFF;",
                "&#1114112;",
                "&#x110000;",
                "&#9999999;",
                "&#99999999999;",
                "&#\u0663;",
                "&#00000000039;"
            })
    void is_none_where_no_known_reference_ends(String text) {
        assertThat(HtmlEntity.at(text, 0).length()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"a&lt;b, 1, 4", "&&gt;, 1, 4", "&lt;&gt;, 4, 4"})
    void begins_where_it_is_asked_for(String text, int start, int length) {
        assertThat(HtmlEntity.at(text, start).length()).isEqualTo(length);
    }
}
