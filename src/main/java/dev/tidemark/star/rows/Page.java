package dev.tidemark.star.rows;

import dev.tidemark.source.Snapshot;
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
 * All rows that a table should hold of a stretch of keys, ascending.
 *
 * @param within the leading keys that the page is of
 * @param after the last key before the page; null where it begins with the first
 * @param upTo the last key of the page; null where it reaches to the end
 * @param rows the rows
 * @param read how many rows of the source they were made from
 * @param <T> the record of a row
 */
public record Page<T>(KeySpans within, Key after, Key upTo, List<T> rows, long read) {
    /** The page that is the whole table. */
    public static <T> Page<T> whole(List<T> rows) {
        return new Page<>(KeySpans.ALL, null, null, rows, 0);
    }

    /**
     * Cuts rows into pages, at least one, and hands each on before it reads further.
     *
     * @param within the leading keys that the rows are of
     * @param rows the rows in ascending order of their keys
     * @param key the key of a row, given the key of the row before, which is null for the first
     * @param mapping what the table holds of a row; empty for nothing
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
            while (read < Snapshot.BATCH && rows.hasNext()) {
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
