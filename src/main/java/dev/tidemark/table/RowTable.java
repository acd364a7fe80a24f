package dev.tidemark.table;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows by key, added in ascending order: twelve bytes for each row besides the row itself. Keys that lie close together,
 * as those of most tables do, take four bytes more for each value between the first and the last, and are found without
 * a search; others are found by binary search.
 *
 * @param <R> the record of a row
 */
public final class RowTable<R> implements Serializable {
    private static final int FIRST_SIZE = 16;
    private static final long MOST_VALUES_A_ROW = 4;

    private long[] keys = new long[FIRST_SIZE];
    private Object[] rows = new Object[FIRST_SIZE];
    private int size;
    /** By the key less the first key: the row's position plus one, 0 for none; null if keys lie too far apart. */
    private int[] positions = new int[FIRST_SIZE];

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
        notePosition(key - keys[0]);
    }

    /** The row with this key; null for none. */
    public R get(long key) {
        int index = indexOf(key);
        // Only rows of this type are added.
        @SuppressWarnings("unchecked")
        R row = index < 0 ? null : (R) rows[index];
        return row;
    }

    // The offset is negative if the keys are further apart than a number can tell.
    private void notePosition(long offset) {
        if (positions == null) {
            return;
        }
        if (offset < 0 || offset > MOST_VALUES_A_ROW * (size + FIRST_SIZE)) {
            positions = null;
            return;
        }
        if (offset >= positions.length) {
            positions = Arrays.copyOf(positions, (int) (offset + (offset >> 1)));
        }
        positions[(int) offset] = size;
    }

    private int indexOf(long key) {
        if (positions == null) {
            return Arrays.binarySearch(keys, 0, size, key);
        }
        long offset = key - keys[0];
        return offset < 0 || offset >= positions.length ? -1 : positions[(int) offset] - 1;
    }
}
