package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.text.NormalizedText;
import humeur.text.TweetNormalizer;
import humeur.text.WordPiece;
import humeur.training.data.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Our pieces against Hugging Face's, on texts as they are. */
class WordPieceReferenceTest {
    private static final int SURROGATES = 0xD800;
    private static final int AFTER_SURROGATES = 0xE000;

    private static ReferenceTokenizer reference;
    private static WordPiece wordPiece;
    private static List<String> pieces;

    @BeforeAll
    static void open() throws IOException {
        reference = new ReferenceTokenizer();
        pieces = PretrainedVocabulary.pieces();
        wordPiece = new WordPiece(PretrainedVocabulary.read());
    }

    @AfterAll
    static void close() {
        reference.close();
    }

    @Test
    void everyCharacterInsideAWord() {
        List<String> texts = new ArrayList<>();
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += 64) {
            if (first < SURROGATES || first >= AFTER_SURROGATES) {
                StringBuilder text = new StringBuilder();
                IntStream.range(first, first + 64)
                        .forEach(c -> text.append('a').appendCodePoint(c).append("a "));
                texts.add(text.toString());
            }
        }
        assertSame(texts);
    }

    @Test
    void textsOfPiecesAndSignsInAnyOrder() {
        Random random = new Random(7);
        assertSame(IntStream.range(0, 20_000).mapToObj(i -> text(random)).toList());
    }

    @Test
    void specialTokensInsideTheText() {
        assertSame(List.of(
                "[CLS]",
                "a[SEP]b",
                "[[MASK]]",
                "[mask]",
                "[MASK",
                "[UNK][PAD]",
                "[ CLS]",
                "[CLS\u0000]",
                "e\u0301[SEP]\u0301"));
    }

    @Test
    void wordsAsLongAsTheReferenceCuts() {
        assertSame(
                IntStream.rangeClosed(98, 103)
                        .boxed()
                        .flatMap(n -> List.of(
                                "a".repeat(n),
                                "é".repeat(n),
                                "각".repeat(n / 3),
                                "a".repeat(n) + "\u0301",
                                "ab".repeat(n))
                                .stream())
                        .toList());
    }

    /** Run with {@code -Dhumeur.data=FILE}, a file that training reads. */
    @Test
    @EnabledIfSystemProperty(named = "humeur.data", matches = ".+")
    void tweetsAsServingNormalisesThem() throws IOException {
        List<String> texts = new ArrayList<>();
        new DataFile(Path.of(System.getProperty("humeur.data"))).forEach(tweet -> {
            if (texts.size() < 200_000) {
                texts.add(TweetNormalizer.normalize(tweet.text()).text());
            }
        });
        assertSame(texts);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i >= 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> text.appendCodePoint(character(random, 0x110000));
                case 1 -> text.appendCodePoint(character(random, 0x3000));
                case 2 -> text.appendCodePoint(character(random, 0x250));
                case 3 -> text.append((char) (0x300 + random.nextInt(0x70)));
                case 4 -> text.append(' ');
                default -> text.append(pieces.get(random.nextInt(pieces.size())).replace("##", ""));
            }
        }
        return text.toString();
    }

    private static int character(Random random, int bound) {
        int c = random.nextInt(bound);
        return c >= SURROGATES && c < AFTER_SURROGATES ? 'x' : c;
    }

    private static void assertSame(List<String> texts) {
        for (int from = 0; from < texts.size(); from += 1000) {
            List<String> some = texts.subList(from, Math.min(texts.size(), from + 1000));
            List<long[]> expected = reference.ids(some);
            for (int i = 0; i < some.size(); i++) {
                int[] ids =
                        wordPiece.encode(asItIs(some.get(i)), Integer.MAX_VALUE).ids();
                assertThat(IntStream.of(ids).asLongStream().toArray())
                        .as(some.get(i))
                        .isEqualTo(expected.get(i));
            }
        }
    }

    private static NormalizedText asItIs(String text) {
        return new NormalizedText(text, IntStream.rangeClosed(0, text.length()).toArray());
    }
}
