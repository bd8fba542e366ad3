package humeur.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##aff", "##able", "##a", "cafe", "user", "!", ".", "愛",
            "'");
    private static final WordPiece WORD_PIECE = new WordPiece(Vocabulary.of(VOCABULARY));

    private static Pieces encode(String raw) {
        return WORD_PIECE.encode(TweetNormalizer.normalize(raw), 128);
    }

    private static List<String> pieces(String raw) {
        return IntStream.of(encode(raw).ids()).mapToObj(VOCABULARY::get).toList();
    }

    private static List<String> spans(String raw) {
        Pieces pieces = encode(raw);
        return IntStream.rangeClosed(1, pieces.used())
                .mapToObj(i -> raw.substring(pieces.starts()[i], pieces.ends()[i]))
                .toList();
    }

    @Nested
    class Cutting {
        @Test
        void takesTheLongestPieceFirst() {
            assertThat(pieces("Unaffable!")).containsExactly("[CLS]", "un", "##aff", "##able", "!", "[SEP]");
        }

        @Test
        void makesAWordUnknownThatHasNoPieces() {
            assertThat(pieces("unaffected un")).containsExactly("[CLS]", "[UNK]", "un", "[SEP]");
        }

        @Test
        void dropsAccentsHoweverTheyAreWritten() {
            assertThat(pieces("CAFÉ cafe\u0301")).containsExactly("[CLS]", "cafe", "cafe", "[SEP]");
        }

        @Test
        void setsChineseCharactersApart() {
            assertThat(pieces("un愛un")).containsExactly("[CLS]", "un", "愛", "un", "[SEP]");
        }

        @Test
        void findsNothingInWhiteSpaceAndControlCharacters() {
            assertThat(pieces(" \t\u00A0\u200B\uFFFD")).containsExactly("[CLS]", "[SEP]");
        }

        @Test
        void makesAWordOfMoreThanAHundredCharactersUnknown() {
            assertThat(pieces("un" + "a".repeat(98))).hasSize(101).doesNotContain("[UNK]");
            assertThat(pieces("un" + "a".repeat(99))).containsExactly("[CLS]", "[UNK]", "[SEP]");
        }
    }

    @Nested
    class Spans {
        @Test
        void pointIntoTheRawText() {
            assertThat(spans("  Unaffable &amp; CAFE\u0301!"))
                    .containsExactly("Un", "aff", "able", "&amp;", "CAFE\u0301", "!");
        }

        @Test
        void coverAMentionAndEachDotOfAnEllipsis() {
            assertThat(spans("@bob un…")).containsExactly("@bob", "un", "…", "…", "…");
        }

        @Test
        void coverAWholeUnknownWord() {
            assertThat(spans("un xyz!")).containsExactly("un", "xyz", "!");
        }
    }

    @Nested
    class Limit {
        @Test
        void keepsTheFirstPiecesAndCountsTheRest() {
            Pieces pieces = WORD_PIECE.encode(TweetNormalizer.normalize("un un un un !"), 5);

            assertThat(IntStream.of(pieces.ids()).mapToObj(VOCABULARY::get))
                    .containsExactly("[CLS]", "un", "un", "un", "[SEP]");
            assertThat(pieces.total()).isEqualTo(5);
            assertThat(pieces.used()).isEqualTo(3);
            assertThat(pieces.truncated()).isTrue();
        }

        @Test
        void leavesATextThatFitsWhole() {
            assertThat(WORD_PIECE
                            .encode(TweetNormalizer.normalize("un un un"), 5)
                            .truncated())
                    .isFalse();
        }

        @Test
        void mustLeaveRoomForTheMarkers() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WORD_PIECE.encode(TweetNormalizer.normalize("un"), 1))
                    .withMessageContaining("[CLS] and [SEP] alone are 2");
        }
    }

    @Nested
    class OfAVocabulary {
        @Test
        void needsTheSpecialTokens() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WordPiece(Vocabulary.of(List.of("un", "##aff"))))
                    .withMessageContaining("lacks \"[PAD]\"");
        }

        @Test
        void refusesAPieceThatIsThereTwice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Vocabulary.of(List.of("un", "un")))
                    .withMessageContaining("\"un\" twice");
        }
    }
}
