package dev.tidemark.mysql.target;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A set of numbers, for many of them that lie close together, as the ids do that a server gives: a bit for each number
 * of a range of 512 that has one, and some 200 bytes for the range.
 */
final class LongSet {
    private static final int BITS = 9;
    private static final long WITHIN = (1L << BITS) - 1;

    private final Map<Long, BitSet> ranges = new HashMap<>();

    /** Adds a number and tells whether it was missing. */
    boolean add(long number) {
        BitSet range = ranges.computeIfAbsent(number >> BITS, any -> new BitSet(1 << BITS));
        int bit = (int) (number & WITHIN);
        boolean added = !range.get(bit);
        range.set(bit);
        return added;
    }

    /** Whether the number was added. */
    boolean contains(long number) {
        BitSet range = ranges.get(number >> BITS);
        return range != null && range.get((int) (number & WITHIN));
    }
}
