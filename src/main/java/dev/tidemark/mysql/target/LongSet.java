package dev.tidemark.mysql.target;

/** A set of numbers, for many of them: 12 to 24 bytes each. */
final class LongSet {
    private long[] slots = new long[64];
    private int size;
    private boolean hasZero;

    /** Adds a number and tells whether it was missing. */
    boolean add(long number) {
        if (number == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        if (size * 3L > slots.length * 2L) {
            grow();
        }
        return put(slots, number);
    }

    /** Whether the number was added. */
    boolean contains(long number) {
        return number == 0 ? hasZero : slots[slot(slots, number)] != 0;
    }

    private boolean put(long[] into, long number) {
        int slot = slot(into, number);
        boolean added = into[slot] == 0;
        into[slot] = number;
        size += added ? 1 : 0;
        return added;
    }

    // Where the number is, or would be.
    private static int slot(long[] in, long number) {
        int mask = in.length - 1;
        int slot = Long.hashCode(number * 0x9E3779B97F4A7C15L) & mask;
        while (in[slot] != 0 && in[slot] != number) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        size = 0;
        for (long number : slots) {
            if (number != 0) {
                put(larger, number);
            }
        }
        slots = larger;
    }
}
