package dev.tidemark.star.rows;

import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All rows that a table should hold in a range of keys, in ascending order.
 *
 * @param within limits the range to these leading keys
 * @param after the last key before the page; null for the first page
 * @param upTo the last key of the page; null for the last page
 * @param rows the rows
 * @param read the number of source rows that they were made from
 * @param <T> the record of a row
 */
public record Page<T>(KeySpans within, Key after, Key upTo, List<T> rows, long read) {
    /** The rows that a page is made from, at most. Each page may cost the target a query. */
    private static final int ROWS = 4_000;

    /** The whole table as one page. */
    public static <T> Page<T> whole(List<T> rows) {
        return new Page<>(KeySpans.ALL, null, null, rows, 0);
    }

    /**
     * Cuts rows into pages, at least one, and passes each to {@code next} before it reads on.
     *
     * @param within the leading keys that were read
     * @param rows the rows in ascending order of their keys
     * @param key returns the key of a row, given the key of the row before, which is null for the first
     * @param mapping returns the table's row for a row; empty if it has none
     */
    public static <S, T> void cut(
            KeySpans within,
            Iterator<S> rows,
            BiFunction<Key, S, Key> key,
            Function<S, Optional<T>> mapping,
            Consumer<Page<T>> next) {
        Key after = null;
        Key last = null;
        do {
            List<T> page = new ArrayList<>();
            long read = 0;
            while (read < ROWS && rows.hasNext()) {
                S row = rows.next();
                read++;
                last = key.apply(last, row);
                mapping.apply(row).ifPresent(page::add);
            }
            Key upTo = rows.hasNext() ? last : null;
            next.accept(new Page<>(within, after, upTo, page, read));
            after = upTo;
        } while (after != null);
    }
}
