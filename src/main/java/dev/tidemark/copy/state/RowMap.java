package dev.tidemark.copy.state;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** What is known of each row of the source, in a transaction of the state. Tables are known by their numbers. */
public interface RowMap {
    /** Calls {@code reader} with the hashes of the rows in a range of a table, in the order of their keys. */
    void hashes(long table, KeyRange range, Consumer<Iterator<KnownHash>> reader);

    /** Calls {@code reader} with all that is known of the rows of a table, in the order of their keys. */
    void all(long table, Consumer<Iterator<MappedRow>> reader);

    /** Calls {@code reader} with the ranges of a table, in the order of their keys; none before its first load. */
    void ranges(long table, Consumer<Iterator<RangeHash>> reader);

    /** Stores ranges, each instead of the one that begins with its key. */
    void putRanges(long table, List<RangeHash> ranges);

    /** Forgets all ranges of a table. */
    void forgetRanges(long table);

    /** Whether the target is known to have any row of the table. */
    boolean hasRowsInTarget(long table);

    /** Forgets all rows and ranges of a table. */
    void forget(long table);

    /** Removes the hash of each range that holds a row which is not settled: the next run compares its rows singly. */
    void distrustUnsettledRanges(long table);

    /** Stores rows, each instead of the one with its key. */
    void put(long table, List<MappedRow> rows);

    /** Forgets rows. */
    void remove(long table, List<byte[]> sourceKeys);

    /** The rows with these keys, in any order; keys without a row are left out. */
    List<MappedRow> rows(long table, List<byte[]> sourceKeys);

    /** Whether any row of the table has another key in the target than in the source. */
    boolean hasTargetKeys(long table);

    /** The rows whose rows in the target have these keys, in any order. */
    List<MappedRow> rowsInTarget(long table, List<byte[]> targetKeys);

    /**
     * Rows that are not settled, in the order of their keys.
     *
     * @param status not {@link RowStatus#CARRIED}
     * @param after the key that they come after; null for the beginning
     * @param most how many at most
     */
    List<MappedRow> unsettled(long table, RowStatus status, byte[] after, int most);

    /**
     * Rows that are in the target and should not be: gone, rejected, or without a parent; in the order of their keys.
     *
     * @param after the key that they come after; null for the beginning
     * @param most how many at most
     */
    List<MappedRow> toRemove(long table, byte[] after, int most);

    /** Notes that the rows that {@link #toRemove} finds are no longer in the target; forgets those that are gone. */
    void removed(long table);

    /** The number of rows that {@link #toRemove} finds. */
    long countToRemove(long table);

    /** The number of rows with this status. */
    long count(long table, RowStatus status);

    /** The number of rows that wait for a row that they refer to, and are not in the target without it. */
    long countAbsent(long table);
}
