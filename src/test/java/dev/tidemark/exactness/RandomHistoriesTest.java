package dev.tidemark.exactness;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories, each from a seed. {@code -Dtidemark.histories=500} plays more of them, {@code -Dtidemark.seed=17}
 * plays one again, and both together start with a seed of choice.
 */
class RandomHistoriesTest {
    private static final int USUAL = 2;

    static LongStream seeds() {
        boolean chosen = !System.getProperty("tidemark.seed", "").isEmpty();
        long first = chosen ? Long.getLong("tidemark.seed") : 1;
        int count = Integer.getInteger("tidemark.histories", chosen ? 1 : USUAL);
        return LongStream.range(first, first + count);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endExact(long seed) {
        try (RandomHistory history = new RandomHistory(seed)) {
            history.play();
        } catch (AssertionError failure) {
            throw new AssertionError("Replay with -Dtidemark.seed=" + seed + "\n" + failure.getMessage(), failure);
        }
    }
}
