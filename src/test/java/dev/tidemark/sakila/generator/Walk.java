package dev.tidemark.sakila.generator;

/**
 * Visits all numbers from 0 to {@code size - 1} in an order that looks random, each once before any comes again.
 *
 * @param size how many numbers there are
 * @param start the first number, before it is brought into the range
 * @param step how far apart two visits are; no divisor in common with the size
 */
record Walk(int size, long start, int step) {
    private static final double GOLDEN_RATIO = 0.618;

    static Walk over(int size, long start) {
        int step = Math.max(1, (int) (size * GOLDEN_RATIO));
        while (commonDivisor(size, step) != 1) {
            step++;
        }
        return new Walk(size, start, step);
    }

    /** The number visited at a position, counted from 0 and without end. */
    int at(long position) {
        return (int) ((Math.floorMod(start, size) + position % size * step) % size);
    }

    private static int commonDivisor(int left, int right) {
        return right == 0 ? left : commonDivisor(right, left % right);
    }
}
