package humeur.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.training.SyntheticTweets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CorpusTest {
    @Nested
    class Cleaning {
        @Test
        void keepsTheFirstOfTextsWithTheSameWords() {
            Corpus corpus = Corpus.of(List.of(positive("So good!"), positive("so  GOOD!"), positive("other")));

            assertThat(texts(corpus)).containsExactlyInAnyOrder("So good!", "other");
            assertThat(corpus.cleaning()).isEqualTo(new Corpus.Cleaning(3, 0, 1, 0));
        }

        @Test
        void keepsNoneOfTextsThatCarryBothLabels() {
            Corpus corpus = Corpus.of(List.of(positive("hm"), negative("hm"), positive("hm"), positive("other")));

            assertThat(texts(corpus)).containsExactly("other");
            assertThat(corpus.cleaning()).isEqualTo(new Corpus.Cleaning(4, 0, 2, 1));
            assertThat(corpus.cleaning().kept()).isEqualTo(1);
        }

        @Test
        void dropsTextsWithoutAWord() {
            Corpus corpus = Corpus.of(List.of(positive(""), negative(" \n"), positive("a")));

            assertThat(texts(corpus)).containsExactly("a");
            assertThat(corpus.cleaning().wordless()).isEqualTo(2);
        }

        @Test
        void bringsTextsToTheWordsThatServingReads() {
            Example example = Example.of(positive("@bob LOVES &lt;3 http://example.org"));

            assertThat(example.words()).isEqualTo("user loves <3 url");
        }
    }

    @Nested
    class Splitting {
        @Test
        void givesEachPartItsShare() {
            Corpus corpus = Corpus.of(SyntheticTweets.generate(20_000, 1));
            double kept = corpus.cleaning().kept();

            assertThat(corpus.part(Part.TRAINING).size() / kept).isBetween(0.79, 0.81);
            assertThat(corpus.part(Part.VALIDATION).size() / kept).isBetween(0.09, 0.11);
            assertThat(corpus.part(Part.TEST).size() / kept).isBetween(0.09, 0.11);
        }

        @Test
        void neverMovesATextWhenDataIsAddedOrReordered() {
            List<LabelledText> few = SyntheticTweets.generate(1_000, 1);
            List<LabelledText> more = new ArrayList<>(few);
            more.addAll(SyntheticTweets.generate(1_000, 2));
            Collections.shuffle(more, new Random(3));

            Map<String, Part> before = parts(Corpus.of(few));
            Map<String, Part> after = parts(Corpus.of(more));

            before.keySet().retainAll(after.keySet());
            assertThat(before).hasSizeGreaterThan(900);
            assertThat(after).containsAllEntriesOf(before);
        }

        @Test
        void staysWhatItWas() {
            assertThat(Stream.of("a", "d", "good night", "good morning").map(Part::of))
                    .containsExactly(Part.TRAINING, Part.TEST, Part.VALIDATION, Part.TRAINING);
        }
    }

    private static Map<String, Part> parts(Corpus corpus) {
        Map<String, Part> parts = new HashMap<>();
        corpus.parts().forEach((part, examples) -> examples.forEach(example -> parts.put(example.words(), part)));
        return parts;
    }

    private static List<String> texts(Corpus corpus) {
        return corpus.parts().values().stream()
                .flatMap(List::stream)
                .map(Example::text)
                .toList();
    }

    private static LabelledText positive(String text) {
        return new LabelledText(text, true);
    }

    private static LabelledText negative(String text) {
        return new LabelledText(text, false);
    }
}
