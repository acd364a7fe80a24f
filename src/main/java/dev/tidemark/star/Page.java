package dev.tidemark.star;

import dev.tidemark.sql.Key;
import dev.tidemark.sql.KeySpans;
import java.util.List;

/**
 * All rows that a table should hold of a stretch of keys, ascending.
 *
 * @param within the leading keys that the page is of
 * @param after the last key before the page; null where it begins with the first
 * @param upTo the last key of the page; null where it reaches to the end
 * @param rows the rows
 * @param read how many rows of the source they were made from
 * @param <T> the record of a row
 */
record Page<T>(KeySpans within, Key after, Key upTo, List<T> rows, long read) {
    /** The page that is the whole table. */
    static <T> Page<T> whole(List<T> rows) {
        return new Page<>(KeySpans.ALL, null, null, rows, 0);
    }
}
