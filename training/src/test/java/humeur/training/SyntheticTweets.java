package humeur.training;

import humeur.training.data.LabelledText;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Labelled texts from a seed: words of either mood between neutral ones, with the things that tweets hold. */
public final class SyntheticTweets {
    private static final List<String> POSITIVE =
            List.of("love", "great", "happy", "thanks", "yay", "awesome", "not bad");
    private static final List<String> NEGATIVE = List.of("hate", "sad", "sick", "miss", "ugh", "awful", "not good");
    private static final List<String> NEUTRAL = List.of(
            "i",
            "the",
            "today",
            "work",
            "@bob",
            "http://example.org/x",
            "#monday",
            "it's",
            "&amp;",
            "!!!",
            "...",
            "Café",
            "😀",
            "日本",
            "USER",
            "URL",
            "sooooo",
            "2morrow",
            "and",
            "with");

    private SyntheticTweets() {}

    public static List<LabelledText> generate(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> tweet(random)).toList();
    }

    private static LabelledText tweet(Random random) {
        boolean positive = random.nextBoolean();
        StringBuilder text = new StringBuilder();
        int words = 1 + random.nextInt(24);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(word(random, positive));
        }
        return new LabelledText(text.toString(), positive);
    }

    private static String word(Random random, boolean positive) {
        int draw = random.nextInt(10);
        if (draw < 2) {
            boolean own = random.nextInt(5) > 0;
            return pick(random, positive == own ? POSITIVE : NEGATIVE);
        }
        return draw < 4 ? "w" + random.nextInt(5_000) : pick(random, NEUTRAL);
    }

    private static String pick(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
