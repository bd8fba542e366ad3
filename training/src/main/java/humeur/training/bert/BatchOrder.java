package humeur.training.bert;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which texts each step reads. It follows from the seed and the step alone, so that training can go on from any step.
 *
 * <p>An epoch reads all texts in a random order. Within pools of neighbouring batches texts are then sorted by length, so
 * that a batch's texts are about equally long and little of it is padding, and the pool's batches are shuffled.
 */
final class BatchOrder {
    /** Batches in a pool: enough that texts of a batch differ by one piece at most, few enough to stay random. */
    private static final int POOL = 256;

    private final TokenizedTexts texts;
    private final int batchSize;
    private final long seed;
    private long epoch = -1;
    private int[] order = {};

    BatchOrder(TokenizedTexts texts, int batchSize, long seed) {
        if (batchSize < 1 || batchSize > texts.size()) {
            throw new IllegalArgumentException(
                    "A batch of %d texts out of %d; expected 1 to all of them".formatted(batchSize, texts.size()));
        }
        this.texts = texts;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Steps in an epoch. The texts that would not fill a batch are left out, others in each epoch. */
    int stepsPerEpoch() {
        return texts.size() / batchSize;
    }

    /** The texts of a step, counted from 0. */
    int[] batch(long step) {
        if (step / stepsPerEpoch() != epoch) {
            epoch = step / stepsPerEpoch();
            order = epochOrder();
        }
        int from = (int) (step % stepsPerEpoch()) * batchSize;
        return Arrays.copyOfRange(order, from, from + batchSize);
    }

    private int[] epochOrder() {
        SplittableRandom random = new SplittableRandom(seed + epoch);
        int[] shuffled = IntStream.range(0, texts.size()).toArray();
        shuffle(shuffled, 0, shuffled.length, 1, random);
        int end = stepsPerEpoch() * batchSize;
        int pool = POOL * batchSize;
        for (int from = 0; from < end; from += pool) {
            int to = Math.min(end, from + pool);
            sortByLength(shuffled, from, to);
            shuffle(shuffled, from, (to - from) / batchSize, batchSize, random);
        }
        return shuffled;
    }

    private void sortByLength(int[] order, int from, int to) {
        int[] sorted = IntStream.range(from, to)
                .mapToObj(i -> order[i])
                .sorted(Comparator.comparingInt(texts::length))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    /** Shuffles {@code count} blocks of {@code size} numbers (Fisher and Yates). */
    private static void shuffle(int[] numbers, int from, int count, int size, SplittableRandom random) {
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            for (int k = 0; k < size; k++) {
                int a = from + i * size + k;
                int b = from + j * size + k;
                int swapped = numbers[a];
                numbers[a] = numbers[b];
                numbers[b] = swapped;
            }
        }
    }
}
