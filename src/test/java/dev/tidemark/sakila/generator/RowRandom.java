package dev.tidemark.sakila.generator;

import java.util.List;
import java.util.SplittableRandom;

/** The random choices of one row, the same for the same seed, table and row number, whichever rows were made before. */
public final class RowRandom {
    private final SplittableRandom random;

    /** The choices of the row with this number. */
    public RowRandom(long seed, String table, int number) {
        random = new SplittableRandom(mixed(mixed(seed + table.hashCode()) + number));
    }

    /** A number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True once in {@code count} times. */
    public boolean onceIn(int count) {
        return random.nextInt(count) == 0;
    }

    /** One of these. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Spreads neighbouring numbers over all longs, because a SplittableRandom's streams overlap for close seeds. */
    private static long mixed(long number) {
        long spread = (number ^ (number >>> 32)) * 0xd6e8feb86659fd93L;
        spread = (spread ^ (spread >>> 32)) * 0xd6e8feb86659fd93L;
        return spread ^ (spread >>> 32);
    }
}
