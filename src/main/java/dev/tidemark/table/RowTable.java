package dev.tidemark.table;

import java.util.Arrays;

/**
 * Rows by key, added in ascending order and found by binary search: twelve bytes for each row besides the row itself.
 *
 * @param <R> the record of a row
 */
public final class RowTable<R> {
    private static final int FIRST_SIZE = 16;

    private long[] keys = new long[FIRST_SIZE];
    private Object[] rows = new Object[FIRST_SIZE];
    private int size;

    /** Adds a row whose key is larger than all before it; another order is an error. */
    public void add(long key, R row) {
        if (size > 0 && key <= keys[size - 1]) {
            throw new IllegalArgumentException("Key " + key + " does not come after " + keys[size - 1]);
        }
        if (size == keys.length) {
            int larger = size + (size >> 1);
            keys = Arrays.copyOf(keys, larger);
            rows = Arrays.copyOf(rows, larger);
        }
        keys[size] = key;
        rows[size] = row;
        size++;
    }

    /** The row with this key; null for none. */
    public R get(long key) {
        int index = indexOf(key);
        // Only rows of this type are added.
        @SuppressWarnings("unchecked")
        R row = index < 0 ? null : (R) rows[index];
        return row;
    }

    private int indexOf(long key) {
        // Keys mostly follow each other without a gap.
        long guess = size == 0 ? -1 : key - keys[0];
        return guess >= 0 && guess < size && keys[(int) guess] == key
                ? (int) guess
                : Arrays.binarySearch(keys, 0, size, key);
    }
}
