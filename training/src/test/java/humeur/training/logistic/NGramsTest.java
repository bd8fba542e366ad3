package humeur.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.training.data.Example;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NGramsTest {
    private static final NGrams NEIGHBOURS = new NGrams(20, 3, 1);
    private static final NGrams GAPPED = new NGrams(20, 3, 2);

    @Nested
    class FeaturesOfAText {
        @Test
        void areItsWordsItsPairsAndItsEdges() {
            assertThat(ids(NEIGHBOURS, "a b c")).hasSize(3 + 4).doesNotHaveDuplicates();
            assertThat(ids(GAPPED, "a b c")).hasSize(3 + 4 + 1).containsAll(ids(NEIGHBOURS, "a b c"));
        }

        @Test
        void ofOneWordAreTheWordAndItsEdges() {
            assertThat(ids(GAPPED, "a")).hasSize(3);
        }

        @Test
        void areNoneWithoutWords() {
            assertThat(ids(GAPPED, "")).isEmpty();
        }

        @Test
        void dependOnTheOrderOfTheWords() {
            assertThat(ids(GAPPED, "not good")).doesNotContainSequence(ids(GAPPED, "good not"));
        }
    }

    @Nested
    class Owners {
        @Test
        void areTheFeaturesMetMostOftenInTheirBuckets() {
            NGrams crowded = new NGrams(8, 3, 1);
            HashedTexts texts = texts(IntStream.range(0, 2_000).mapToObj(i -> i % 2 == 0 ? "common" : "rare" + i));

            BucketOwners owners = BucketOwners.of(texts, crowded);

            assertThat(ids(crowded, "common")).allMatch(owners::owns);
            assertThat(IntStream.range(0, 2_000)
                            .filter(i -> owners.owns(ids(crowded, "rare" + i).get(0)))
                            .count())
                    .isLessThan(600);
        }

        @Test
        void areAllFeaturesWithoutFingerprints() {
            NGrams plain = new NGrams(8, 0, 2);

            BucketOwners owners = BucketOwners.of(texts(Stream.of("a b c")), plain);

            assertThat(ids(plain, "never seen before")).allMatch(owners::owns);
        }
    }

    @Test
    void refusesSizesThatNoTableHas() {
        assertThatThrownBy(() -> new NGrams(25, 3, 2)).hasMessage("bits is 25; expected 8 to 24");
        assertThatThrownBy(() -> new NGrams(20, 5, 2)).hasMessage("fingerprintBits is 5; expected 0 to 4");
        assertThatThrownBy(() -> new NGrams(20, 3, 3)).hasMessage("reach is 3; expected 1 or 2");
    }

    private static HashedTexts texts(Stream<String> words) {
        return HashedTexts.of(words.map(text -> new Example(text, text, true)).toList());
    }

    private static List<Integer> ids(NGrams nGrams, String words) {
        Features features = new Features(texts(Stream.of(words)), nGrams);
        return IntStream.range(0, features.load(0)).mapToObj(features::get).toList();
    }
}
