package humeur.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTokenizerTest {
    private static final long SEED = 20090406;
    private static final int TEXTS = 4_000;

    private static List<Word> words(String raw) {
        return WordTokenizer.tokenize(TweetNormalizer.normalize(raw));
    }

    private static String joined(String raw) {
        return WordTokenizer.join(words(raw));
    }

    @Nested
    class Words {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "I LOVE it               | i love it",
                    "don't                   | don't",
                    "a 'quoted' word         | a ' quoted ' word",
                    "dogs' toys              | dogs ' toys",
                    "rock'n'roll             | rock'n'roll",
                    "o''clock                | o ' ' clock",
                    "snake_case _            | snake_case _",
                    "2nd 3.14 1,000          | 2nd 3 . 14 1 , 00",
                    "so-so                   | so - so",
                    "\u00C9T\u00C9           | \u00E9t\u00E9",
                    "e\u0301te\u0301         | e\u0301te\u0301",
                    "\u0130stanbul           | istanbul",
                    "\u4F60\u597D            | \u4F60\u597D",
                    "\u05E9\u05DC\u05D5\u05DD| \u05E9\u05DC\u05D5\u05DD",
                    "x\u00B2 \u00BD \u2460   | x\u00B2 \u00BD \u2460",
                    "@bob www.x.y            | user url",
                })
        void are_runs_of_letters_digits_and_marks(String raw, String expected) {
            assertThat(joined(raw)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "looove, loove",
            "looooooooove, loove",
            "LoOoOve, loove",
            "aa, aa",
            "aaa, aa",
            "100000, 100",
            "!!!!, !!"
        })
        void have_at_most_two_of_a_character_in_a_row(String raw, String expected) {
            assertThat(joined(raw)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"#fail, fail", "# fail, # fail", "##fail, # fail", "#1, 1", "a#b, a b", "#, #", "#!, # !"})
        void lose_the_hash_in_front(String raw, String expected) {
            assertThat(joined(raw)).isEqualTo(expected);
        }
    }

    @Nested
    class Signs {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "really?!            | really ?!",
                    "well...             | well ..",
                    "?!?!                | ?!?!",
                    "a,b;c               | a , b ; c",
                    "(a) [b] {c}         | ( a ) [ b ] { c }",
                    "$5 50% \u20AC       | $ 5 50 % \u20AC",
                    "\"a\"               | \" a \"",
                    "-- **               | - - * *",
                })
        void stand_alone_but_for_runs_of_marks(String raw, String expected) {
            assertThat(joined(raw)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<3        | <3",
                    "</3       | </3",
                    "<33       | <3 3",
                    "< 3       | < 3",
                    ":/ :\\ :* | :/ :\\ :*",
                    ":P :p :-O | :p :p :-o",
                    ":'(       | :'(",
                    "=/        | =/",
                    ":pretty   | : pretty",
                    ":-        | : -",
                    "a:b       | a : b",
                })
        void make_emoticons(String raw, String expected) {
            assertThat(joined(raw)).isEqualTo(expected);
        }
    }

    @Nested
    class No_word {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\t\r\n",
                    "\u00A0\u3000\u2028\u0085",
                    "\u200B\u200D\u200F\u202E\uFEFF\u00AD",
                    "\u0001\u001B\u007F",
                    "\0",
                    "\uD83D",
                    "\uFFFD",
                    "\uD83E\uDD84",
                    "\uD835\uDC9C"
                })
        void is_white_space_control_or_beyond_the_plane(String raw) {
            assertThat(words(raw)).isEmpty();
        }

        @Test
        void joins_to_the_empty_text() {
            assertThat(WordTokenizer.join(List.of())).isEmpty();
        }
    }

    @Nested
    class A_span {
        @Test
        void is_the_place_in_the_raw_text() {
            assertThat(words("\uD83E\uDD84 I \u2764 @bob\u2026"))
                    .containsExactly(
                            new Word("i", 3, 4),
                            new Word("love", 5, 6),
                            new Word("user", 7, 11),
                            new Word("..", 11, 12));
        }

        @Test
        void covers_a_whole_character_reference() {
            assertThat(words("a&quot;b"))
                    .containsExactly(new Word("a", 0, 1), new Word("\"", 1, 7), new Word("b", 7, 8));
        }

        @Test
        void covers_the_letters_that_were_folded() {
            assertThat(words("a LOOOOOVE")).containsExactly(new Word("a", 0, 1), new Word("loove", 2, 10));
        }

        @Test
        void holds_the_words_own_letters_in_plain_texts() {
            OddTexts.plain(SEED, TEXTS).forEach(text -> words(text)
                    .forEach(word -> assertThat(lettersOf(text.substring(word.start(), word.end())))
                            .as(text)
                            .isEqualTo(lettersOf(word.text()))));
        }

        @Test
        void is_never_empty_and_never_overlaps_the_one_before() {
            OddTexts.raw(SEED, TEXTS).forEach(raw -> {
                int end = 0;
                for (Word word : words(raw)) {
                    boolean follows = word.start() >= end && word.end() > word.start() && word.end() <= raw.length();
                    assertThat(follows).as("%s behind %d in %s", word, end, raw).isTrue();
                    end = word.end();
                }
            });
        }

        /** Lower case, each run of a character as one. */
        private String lettersOf(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("(.)\\1+", "$1");
        }
    }

    @Nested
    class Every_token {
        @Test
        void is_what_a_graph_may_read() {
            OddTexts.raw(SEED, TEXTS).forEach(raw -> words(raw).forEach(word -> assertThat(isReadable(word.text()))
                    .as("%s in %s", word, raw)
                    .isTrue()));
        }

        @Test
        void comes_back_from_the_joined_text() {
            OddTexts.raw(SEED, TEXTS).forEach(raw -> {
                List<String> tokens = words(raw).stream().map(Word::text).toList();
                String joined = joined(raw);
                assertThat(joined.isEmpty() ? List.of() : List.of(joined.split(" ")))
                        .as(raw)
                        .isEqualTo(tokens);
            });
        }

        private boolean isReadable(String token) {
            return !token.isEmpty()
                    && token.chars()
                            .noneMatch(c -> Character.isSurrogate((char) c)
                                    || UnicodeSpace.isSpace((char) c)
                                    || Character.isISOControl(c)
                                    || Character.toLowerCase(c) != c
                                    || c == '\uFFFD');
        }
    }
}
