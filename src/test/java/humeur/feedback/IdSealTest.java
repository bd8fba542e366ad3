package humeur.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdSealTest {
    private final Random random = new Random(5);
    private final IdSeal seal = new IdSeal(key());

    @Test
    void knowsWhatItSealedAndLeavesItAUuidOfVersion7() {
        for (int i = 0; i < 1_000; i++) {
            UUID id = seal.seal(id());
            assertThat(seal.sealed(id)).isTrue();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void knowsNoIdOfWhichABitWasChanged() {
        for (int i = 0; i < 100; i++) {
            UUID id = seal.seal(id());
            for (int bit = 0; bit < Long.SIZE; bit++) {
                UUID high = new UUID(id.getMostSignificantBits() ^ 1L << bit, id.getLeastSignificantBits());
                UUID low = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1L << bit);
                assertThat(seal.sealed(high)).isFalse();
                assertThat(seal.sealed(low)).isFalse();
            }
        }
    }

    @Test
    void knowsNoIdOfAnotherKeyAndNoRandomOne() {
        IdSeal other = new IdSeal(key());
        for (int i = 0; i < 100_000; i++) {
            UUID id = id();
            assertThat(seal.sealed(id)).isFalse();
            assertThat(seal.sealed(other.seal(id))).isFalse();
        }
    }

    @Test
    void leavesEnoughToChanceWithinAMillisecond() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(seal.seal(id()));
        }
        assertThat(ids).hasSize(10_000);
    }

    private UUID id() {
        long high = 0x0199_0000_0000L << 16 | 0x7000L | random.nextInt(0x1000);
        return new UUID(high, 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }

    private byte[] key() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }
}
