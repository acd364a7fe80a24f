package dev.tidemark.table;

import java.util.Iterator;
import java.util.function.Function;

/** Walks the rows of a table on both sides at once, in ascending order of their natural keys and constant memory. */
public final class RowMerge {
    private RowMerge() {}

    /** Tells {@code visitor} of each row of either side. Keys of the source are distinct. */
    public static <T> void walk(TargetTable<T> table, Iterator<T> source, Iterator<T> target, Visitor<T> visitor) {
        walk(table::keyOf, source, target, visitor);
    }

    /** The same with rows of any kind; {@code keyOf} gives the natural key of one. */
    public static <T> void walk(
            Function<T, Key> keyOf, Iterator<T> source, Iterator<T> target, Visitor<T> visitor) {
        T there = next(source);
        T here = next(target);
        while (there != null || here != null) {
            int order = order(keyOf, there, here);
            if (order < 0) {
                visitor.missing(there);
            } else if (order > 0) {
                visitor.extra(here);
            } else {
                visitor.both(there, here);
            }
            there = order <= 0 ? next(source) : there;
            here = order >= 0 ? nextKey(keyOf, target, here, visitor) : here;
        }
    }

    private static <T> T nextKey(Function<T, Key> keyOf, Iterator<T> rows, T previous, Visitor<T> visitor) {
        T row = next(rows);
        while (row != null && order(keyOf, row, previous) == 0) {
            visitor.duplicate(row);
            row = next(rows);
        }
        return row;
    }

    private static <T> int order(Function<T, Key> keyOf, T there, T here) {
        if (there == null || here == null) {
            return there == null ? 1 : -1;
        }
        return keyOf.apply(there).compareTo(keyOf.apply(here));
    }

    private static <T> T next(Iterator<T> rows) {
        return rows.hasNext() ? rows.next() : null;
    }

    /**
     * Receives the rows of a walk.
     *
     * @param <T> a row
     */
    public interface Visitor<T> {
        /** A row that only the source has. */
        default void missing(T row) {}

        /** A row that only the target has. */
        default void extra(T row) {}

        /** A row that both have, equal or not. */
        default void both(T there, T here) {}

        /** A row of the target with the same key as the one before it, in a file with a damaged unique index. */
        default void duplicate(T row) {}
    }
}
