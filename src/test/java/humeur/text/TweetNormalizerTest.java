package humeur.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TweetNormalizerTest {
    private static String normalized(String raw) {
        return TweetNormalizer.normalize(raw).text();
    }

    @Nested
    class A_mention {
        @ParameterizedTest
        @CsvSource({
            "@bob, USER",
            "thanks @bob!, thanks USER!",
            "@bob_1's dog, USER's dog",
            "(@Bob), (USER)",
            "@bob@ann, USER@ann",
            ".@bob, .USER",
        })
        void becomes_user(String raw, String expected) {
            assertThat(normalized(raw)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"@", "@ bob", "bob@example.com", "5@home", "@!", "_@bob", "\u00E9@bob", "@@bob"})
        void is_not_a_sign_alone_or_behind_a_word(String text) {
            assertThat(normalized(text)).isEqualTo(text);
        }

        @Test
        void ends_where_a_twitter_name_does() {
            assertThat(normalized("@b\u00E9b")).isEqualTo("USER\u00E9b");
        }
    }

    @Nested
    class A_link {
        @ParameterizedTest
        @CsvSource({
            "http://t.co/x, URL",
            "HTTPS://Example.com/a?b=c#d, URL",
            "www.example.com, URL",
            "WwW.example.com, URL",
            "see http://t.co/x now, see URL now",
            "(http://t.co/x), (URL",
            "http://a@b:), URL",
        })
        void becomes_url_up_to_the_white_space(String raw, String expected) {
            assertThat(normalized(raw)).isEqualTo(expected);
        }

        @Test
        void ends_at_a_no_break_space() {
            assertThat(normalized("www.a.b\u00A0c")).isEqualTo("URL\u00A0c");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"http://", "https:// x", "www.", "www", "http", "h", "xhttp://t.co", "awww.cute", "_www.x"})
        void needs_an_address_and_a_start_of_its_own(String text) {
            assertThat(normalized(text)).isEqualTo(text);
        }
    }

    @Nested
    class A_character_reference {
        @ParameterizedTest
        @CsvSource({
            "a &amp; b, a & b",
            "&lt;3, <3",
            "&#8217;, \u2019",
            "&#x41;, A",
            "&nosuch;, &nosuch;",
            "&amp, &amp",
            "AT&T; R&D, AT&T; R&D",
        })
        void becomes_its_character(String raw, String expected) {
            assertThat(normalized(raw)).isEqualTo(expected);
        }

        @Test
        void is_unescaped_once() {
            assertThat(normalized("&amp;lt;")).isEqualTo("&lt;");
        }

        @Test
        void may_be_an_emoji() {
            assertThat(normalized("&#x1F600;")).isEqualTo("smile");
        }

        @ParameterizedTest
        @ValueSource(strings = {"&#0;", "&#xD83D;", "&#x110000;"})
        void that_is_no_character_stays_literal(String text) {
            assertThat(normalized(text)).isEqualTo(text);
        }
    }

    @Nested
    class Typographic_signs {
        @ParameterizedTest
        @CsvSource({
            "don\u2019t, don't",
            "don\u02BCt, don't",
            "\u2018a\u2019, '''a'''",
            "\u201Ca\u201D, \"a\"",
            "so\u2026, so..."
        })
        void become_plain_ones(String raw, String expected) {
            assertThat(normalized(raw)).isEqualTo(expected);
        }
    }

    @Nested
    class An_emoticon {
        @ParameterizedTest
        @CsvSource({
            ":), smile",
            ":-), smile",
            "=], smile",
            ":D, smile",
            ";-D, wink",
            ";), wink",
            ":(, sad",
            ":-[, sad",
            "=(, sad",
            "nice:)really, nice smile really",
            "nice :) really, nice smile really",
            ":):(, smile sad",
        })
        void that_labelled_the_training_data_becomes_a_word(String raw, String expected) {
            assertThat(normalized(raw)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {":/", "<3", ":'(", ":p", "a:D", ":Dear", ":-", ":", "http:(", "x=D"})
        void of_another_kind_or_inside_a_word_stays(String text) {
            String expected = text.equals("http:(") ? "http sad" : text;
            assertThat(normalized(text)).isEqualTo(expected);
        }
    }

    @Nested
    class An_emoji {
        @ParameterizedTest
        @CsvSource({
            "\u2764, love",
            "I\u2764NY, I love NY",
            "good \uD83D\uDC4D, good great",
            "\uD83D\uDE2D\uD83D\uDE2D, crying crying",
            "@bob\uD83D\uDE00@ann, USER smile USER",
        })
        void that_is_known_becomes_a_word_of_its_own(String raw, String expected) {
            assertThat(normalized(raw)).isEqualTo(expected);
        }

        @Test
        void that_is_unknown_stays() {
            assertThat(normalized("\uD83E\uDD84!")).isEqualTo("\uD83E\uDD84!");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u2764\uFE0F",
                    "\u2764\uFE0E",
                    "\uD83D\uDC4D\uD83C\uDFFB",
                    "\uD83D\uDC4D\uD83C\uDFFF",
                    "\uD83E\uDD37\u200D\u2640\uFE0F",
                    "\uD83E\uDD26\uD83C\uDFFD\u200D\u2642\uFE0F",
                })
        void says_the_same_in_every_colour_and_gender(String emoji) {
            String plain = emoji.substring(0, Character.charCount(emoji.codePointAt(0)));
            assertThat(normalized(emoji + " you")).isEqualTo(normalized(plain + " you"));
        }
    }

    @Nested
    class What_modified_UTF_8_cannot_carry {
        @ParameterizedTest
        @ValueSource(strings = {"\0", "\uD83D", "\uDE00"})
        void becomes_the_replacement_character(String unit) {
            assertThat(normalized("a" + unit + "b")).isEqualTo("a\uFFFDb");
        }

        @Test
        void does_so_at_either_end_and_in_the_wrong_order() {
            assertThat(normalized("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
        }

        @Test
        void is_not_the_character_next_to_it() {
            assertThat(normalized("\uD83D\uD83D\uDE00")).isEqualTo("\uFFFD smile");
        }
    }

    @Nested
    class Everything_else {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " \t\r\n\u00A0\u3000 ",
                    "plain words, in a row.",
                    "\u4F60\u597D \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
                    "na\u00EFve e\u0301t\u00E9",
                    "\uD835\uDC9C",
                    "1 < 2 & 3 = 3; 4:5",
                    "USER said URL",
                })
        void stays_as_it_is(String text) {
            assertThat(normalized(text)).isEqualTo(text);
        }
    }

    @Nested
    class The_way_back {
        @Test
        void leads_from_each_character_to_the_one_it_came_from() {
            NormalizedText text = TweetNormalizer.normalize("@bob \u2764 &amp; x");

            assertThat(text.text()).isEqualTo("USER love & x");
            assertThat(text.sources()).containsExactly(0, 0, 0, 0, 4, 5, 5, 5, 5, 6, 7, 12, 13, 14);
        }

        @Test
        void leads_past_an_emojis_modifiers() {
            NormalizedText text = TweetNormalizer.normalize("\u2764\uFE0Fx");

            assertThat(text.text()).isEqualTo("love x");
            assertThat(text.source("love".length())).isEqualTo(2);
        }

        @Test
        void leads_inserted_spaces_to_the_edges_of_the_pictograph() {
            NormalizedText text = TweetNormalizer.normalize("a\uD83D\uDE00b");

            assertThat(text.text()).isEqualTo("a smile b");
            assertThat(text.source(1)).isEqualTo(1);
            assertThat(text.source(7)).isEqualTo(3);
            assertThat(text.source(9)).isEqualTo(4);
        }
    }
}
