package dev.tidemark.target;

import dev.tidemark.table.Column;
import dev.tidemark.table.GroupTotal;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeyMap;
import dev.tidemark.table.KeyPair;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import dev.tidemark.table.TargetTable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One transaction of the target. A read sees what was written before it; rows that stream must not be written to. */
public interface TargetSession extends AutoCloseable {
    /** Writes new rows; a natural key that is there already is an error. */
    <T> void insert(TargetTable<T> table, List<T> rows);

    /** Writes rows with distinct natural keys over those that have them; touches only what differs. */
    <T> void upsert(TargetTable<T> table, List<T> rows);

    /** Deletes the rows with these natural keys. */
    void delete(TargetTable<?> table, List<Key> keys);

    /** Empties a table that nothing refers to, so that it is quickly filled again. */
    EmptiedTable empty(TargetTable<?> table);

    /** The number of rows of the table. */
    long countRows(TargetTable<?> table);

    /** Calls {@code reader} with the rows in {@code scope}, in key order; they end with the call. */
    <T, R> R streamRows(TargetTable<T> table, Scope scope, Function<Iterator<T>, R> reader);

    /**
     * The rows, in key order, whose leading key is among {@code within} and whose key comes after the one and up to the
     * other.
     *
     * @param after null for the beginning
     * @param upTo null for the end
     */
    <T> List<T> rows(TargetTable<T> table, KeySpans within, Key after, Key upTo);

    /** All rows of a small table, in key order. */
    default <T> List<T> rows(TargetTable<T> table) {
        return rows(table, KeySpans.ALL, null, null);
    }

    /** The rows with the largest keys, the largest first, at most {@code most}. */
    <T> List<T> lastRows(TargetTable<T> table, int most);

    /** The smallest value of {@code column} that is not less than {@code least}. */
    OptionalLong firstFrom(Column<Long> column, long least);

    /** Surrogate keys by natural key, which is one column. */
    default KeyMap surrogateKeys(TargetTable<?> table) {
        return streamSurrogateKeys(table, KeyMap::collect);
    }

    /** Calls {@code reader} with all pairs of natural and surrogate key, ordered; they end with the call. */
    <R> R streamSurrogateKeys(TargetTable<?> table, Function<Iterator<KeyPair>, R> reader);

    /**
     * Rows and amounts by the natural key of a table that they refer to.
     *
     * @param reference holds the surrogate key of a row of {@code dimension}
     * @param amount what is summed up; empty for nothing
     */
    List<GroupTotal> totals(
            TargetTable<?> table,
            Column<Long> reference,
            TargetTable<?> dimension,
            Optional<Column<Long>> amount,
            Scope scope);

    /** Rows that refer to a row that is not there, at most the first hundred. */
    List<Orphan> orphans();

    /** The same of one table, at most one. */
    Optional<Orphan> orphanOf(TargetTable<?> table);

    /** What is wrong with the database, in its own words; empty for nothing. */
    List<String> faults();

    /** Keeps what was written. */
    void commit();

    /** Keeps what was written, which completes the run: a signal that comes later finds it complete. */
    void complete();

    /** Ends the transaction; what was not kept is rolled back. */
    @Override
    void close();
}
