package dev.tidemark.postgres;

import java.util.Arrays;
import java.util.List;

/** Watches whether the keys of rows ascend: then no two are the same, and the server need not look for any. */
final class KeyOrder {
    private final List<Integer> key;
    private long[] last;
    private boolean ascending = true;

    /** For rows with the key at these positions. */
    KeyOrder(List<Integer> key) {
        this.key = key;
    }

    /** Looks at the next row. */
    void add(Object[] row) {
        if (!ascending) {
            return;
        }
        long[] next = new long[key.size()];
        for (int index = 0; index < next.length; index++) {
            if (!(row[key.get(index)] instanceof Long number)) {
                ascending = false;
                return;
            }
            next[index] = number;
        }
        ascending = last == null || Arrays.compare(last, next) < 0;
        last = next;
    }

    /** Whether all keys so far are whole numbers and each is larger than the one before. */
    boolean isAscending() {
        return ascending;
    }
}
