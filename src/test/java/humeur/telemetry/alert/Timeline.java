package humeur.telemetry.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * When negatives came, and by brute force what the alert has to make of it, from the definition alone.
 *
 * @param times in microseconds, ascending
 */
public record Timeline(List<Long> times) {
    private static final int MOST = 40;

    public Timeline {
        times = List.copyOf(times);
    }

    /** Bursts, ties, long silences, and many negatives exactly a window after another one, or a microsecond off. */
    public static Timeline random(Random random, Duration window) {
        long length = window.toNanos() / 1_000;
        List<Long> times = new ArrayList<>();
        int count = random.nextInt(MOST);
        double pace = Math.pow(10, random.nextDouble() * 3 - 2);
        while (times.size() < count) {
            long last = times.isEmpty() ? 0 : Collections.max(times);
            switch (random.nextInt(6)) {
                case 0 -> times.add(last);
                case 1 ->
                    times.add(
                            times.isEmpty()
                                    ? 0
                                    : times.get(random.nextInt(times.size())) + length + random.nextInt(3) - 1);
                default -> times.add(last + (long) (-Math.log(1 - random.nextDouble()) * pace * length));
            }
        }
        Collections.sort(times);
        return new Timeline(times);
    }

    /** The positions of the negatives that meet the rule: those that complete a group within less than the window. */
    public List<Integer> met(int threshold, Duration window) {
        List<Integer> met = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            int group = 0;
            for (int j = 0; j <= i; j++) {
                if (times.get(i) - times.get(j) < window.toNanos() / 1_000) {
                    group++;
                }
            }
            if (group >= threshold) {
                met.add(i);
            }
        }
        return met;
    }

    /** The positions of the negatives with which an episode begins. */
    public List<Integer> episodes(int threshold, Duration window) {
        List<Integer> met = met(threshold, window);
        List<Integer> episodes = new ArrayList<>();
        for (int i = 0; i < met.size(); i++) {
            boolean first = i == 0 || times.get(met.get(i)) - times.get(met.get(i - 1)) >= window.toNanos() / 1_000;
            if (first) {
                episodes.add(met.get(i));
            }
        }
        return episodes;
    }
}
