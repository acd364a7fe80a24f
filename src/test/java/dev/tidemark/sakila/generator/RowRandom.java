package dev.tidemark.sakila.generator;

import java.util.List;
import java.util.SplittableRandom;

/** The random choices of one row, the same for the same seed, table and row number, whichever rows were made before. */
final class RowRandom {
    private final SplittableRandom random;

    RowRandom(long seed, String table, int number) {
        random = new SplittableRandom(mixed(mixed(seed + table.hashCode()) + number));
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True once in {@code count} times. */
    boolean onceIn(int count) {
        return random.nextInt(count) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Spreads neighbouring numbers over all longs, because a SplittableRandom's streams overlap for close seeds. */
    private static long mixed(long number) {
        long spread = (number ^ (number >>> 32)) * 0xd6e8feb86659fd93L;
        spread = (spread ^ (spread >>> 32)) * 0xd6e8feb86659fd93L;
        return spread ^ (spread >>> 32);
    }
}
