package dev.tidemark.table;

import java.io.Serializable;
import java.util.Arrays;

/** A map from number to number in a flat array, sixteen bytes a slot, at most half full. */
public final class KeyMap implements Serializable {
    private static final long FREE = Long.MIN_VALUE;

    private long[] entries = emptied(16);
    private int size;
    /** The number for the key that marks a free slot. */
    private Long ofFree;

    private KeyMap() {}

    /** A map without entries. */
    public static KeyMap empty() {
        return new KeyMap();
    }

    /** The number for {@code key}; null for none. */
    public Long get(long key) {
        if (key == FREE) {
            return ofFree;
        }
        int slot = slot(entries, key);
        return entries[slot] == FREE ? null : Long.valueOf(entries[slot + 1]);
    }

    /** The number of entries. */
    public int size() {
        return ofFree == null ? size : size + 1;
    }

    /** Maps {@code key} to {@code value}, instead of an earlier number. */
    public void put(long key, long value) {
        if (key == FREE) {
            ofFree = value;
            return;
        }
        if (size * 4 >= entries.length) {
            long[] larger = emptied(entries.length * 2);
            for (int slot = 0; slot < entries.length; slot += 2) {
                if (entries[slot] != FREE) {
                    int free = slot(larger, entries[slot]);
                    larger[free] = entries[slot];
                    larger[free + 1] = entries[slot + 1];
                }
            }
            entries = larger;
        }
        int slot = slot(entries, key);
        size += entries[slot] == FREE ? 1 : 0;
        entries[slot] = key;
        entries[slot + 1] = value;
    }

    // Open addressing: the first slot, from the key's own on, that holds the key or is free. Keys are at even indices.
    private static int slot(long[] entries, long key) {
        int mask = entries.length - 1;
        // Fibonacci hashing: the upper bits of the product are the well mixed ones.
        int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> Long.numberOfLeadingZeros(mask >> 1)) << 1;
        while (entries[slot] != FREE && entries[slot] != key) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private static long[] emptied(int length) {
        long[] entries = new long[length];
        Arrays.fill(entries, FREE);
        return entries;
    }
}
