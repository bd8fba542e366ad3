package humeur.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Made-up texts of a tweet's length and look: the same seed gives the same texts. */
public final class TweetGenerator {
    private static final List<String> COMMON = words("""
            i the to a my and you is it in for of on that me have so but just with be at not was this now good day up all
            get out like no go today too work love going got do we your lol time im back what one know u can am about""");
    private static final List<String> FEELINGS = words("""
            happy sad tired great awesome terrible sick excited bored amazing awful lovely hate miss hope thanks sorry
            fun hurt perfect broken wonderful lonely glad angry best worst nice poor sweet ugh yay""");
    private static final List<String> THINGS = words("""
            school exam coffee weekend movie phone weather rain sunshine bed dinner music concert friends mum dog cat
            homework train headache party song game book beach holiday morning night bus office laptop hair pizza""");
    private static final List<String> ENDINGS =
            List.of("", "", "", "!", "!!!", "...", " :)", " :(", " \uD83D\uDE02", "?", " lol");
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_WORDS = 24;

    private final Random random;

    public TweetGenerator(long seed) {
        this.random = new Random(seed);
    }

    public List<String> texts(int count) {
        return Stream.generate(this::text).limit(count).toList();
    }

    private String text() {
        int length = FEWEST_WORDS + random.nextInt(MOST_WORDS - FEWEST_WORDS + 1);
        List<String> words = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            words.add("@" + one(THINGS) + random.nextInt(100));
        }
        while (words.size() < length) {
            words.add(word());
        }
        if (random.nextInt(20) == 0) {
            words.add("http://example.com/" + Integer.toString(random.nextInt(1 << 24), Character.MAX_RADIX));
        }
        return String.join(" ", words) + one(ENDINGS);
    }

    /** Of ten words, seven are among the most frequent, as in any text. */
    private String word() {
        int tenth = random.nextInt(10);
        return tenth < 7 ? one(COMMON) : tenth < 9 ? one(THINGS) : one(FEELINGS);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String block) {
        return List.of(block.strip().split("\\s+"));
    }
}
