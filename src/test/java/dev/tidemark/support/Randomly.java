package dev.tidemark.support;

import java.util.Random;
import java.util.function.Consumer;

/** Checks with random input. A failure names the seed that repeats it. */
public final class Randomly {
    private Randomly() {}

    /** Runs {@code check} with {@code times} different sources of randomness. */
    public static void repeat(int times, Consumer<Random> check) {
        long first = System.nanoTime();
        for (int i = 0; i < times; i++) {
            with(first + i, check);
        }
    }

    /** Runs {@code check} with this seed, to repeat a failure. */
    public static void with(long seed, Consumer<Random> check) {
        try {
            check.accept(new Random(seed));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("With seed " + seed + ": " + failure.getMessage(), failure);
        }
    }
}
