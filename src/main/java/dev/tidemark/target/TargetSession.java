package dev.tidemark.target;

import dev.tidemark.table.Column;
import dev.tidemark.table.GroupTotal;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeyPair;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.RowTable;
import dev.tidemark.table.Scope;
import dev.tidemark.table.TargetTable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One transaction of the target. A read sees earlier writes; rows must not be written while they stream. */
public interface TargetSession extends AutoCloseable {
    /** Inserts rows; an existing natural key is an error. */
    <T> void insert(TargetTable<T> table, List<T> rows);

    /** Inserts or updates rows with distinct natural keys; leaves equal rows alone. */
    <T> void upsert(TargetTable<T> table, List<T> rows);

    /** Deletes the rows with these natural keys. */
    void delete(TargetTable<?> table, List<Key> keys);

    /** Whether a foreign key refers to the table. */
    boolean isReferredTo(TargetTable<?> table);

    /** Empties a table that nothing refers to, and prepares it for quick inserts. */
    EmptiedTable empty(TargetTable<?> table);

    /** The number of rows of the table. */
    long countRows(TargetTable<?> table);

    /** Calls {@code reader} with the rows in {@code scope}, in key order; they are valid only during the call. */
    <T, R> R streamRows(TargetTable<T> table, Scope scope, Function<Iterator<T>, R> reader);

    /**
     * The rows whose leading key is in {@code within} and whose key is greater than {@code after} and at most
     * {@code upTo}, in key order.
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

    /** The sum of a column over all rows of its table; 0 if there is no value. */
    long sumOf(Column<Long> column);

    /** The largest value of {@code column}. */
    OptionalLong last(Column<Long> column);

    /** Surrogate keys by natural key, which has one column. Of a natural key that comes twice the first row counts. */
    default RowTable<Long> surrogateKeys(TargetTable<?> table) {
        return streamSurrogateKeys(table, pairs -> {
            RowTable<Long> keys = new RowTable<>();
            while (pairs.hasNext()) {
                KeyPair pair = pairs.next();
                if (keys.get(pair.fromKey()) == null) {
                    keys.add(pair.fromKey(), pair.toKey());
                }
            }
            return keys;
        });
    }

    /**
     * Calls {@code reader} with all pairs of natural and surrogate key, ordered; they are valid only during the call.
     */
    <R> R streamSurrogateKeys(TargetTable<?> table, Function<Iterator<KeyPair>, R> reader);

    /**
     * Rows and amounts, grouped by the natural key of {@code dimension}.
     *
     * @param reference holds the surrogate key of a row of {@code dimension}
     * @param amount the column to sum up; empty for none
     */
    List<GroupTotal> totals(
            TargetTable<?> table,
            Column<Long> reference,
            TargetTable<?> dimension,
            Optional<Column<Long>> amount,
            Scope scope);

    /**
     * Refreshes the statistics by which the database plans queries: of all tables, or only of those that have none or
     * whose size changed much.
     */
    void refreshStatistics(boolean all);

    /** Rows that refer to a missing row, at most the first hundred. */
    List<Orphan> orphans();

    /** One such row of {@code table}, if there is any. */
    Optional<Orphan> orphanOf(TargetTable<?> table);

    /** The faults of the database, in its own words; empty for none. */
    List<String> faults();

    /** Commits. */
    void commit();

    /** Commits, which completes the run: a later signal finds it complete. */
    void complete();

    /** Ends the transaction, and rolls back what was not committed. */
    @Override
    void close();
}
