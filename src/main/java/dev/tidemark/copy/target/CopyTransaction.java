package dev.tidemark.copy.target;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A transaction of the target. A target key is a list of typed values in the order of {@link CopyTable#identity()}; for
 * a table whose ids the target assigns it is the list of this one id.
 */
public interface CopyTransaction extends AutoCloseable {
    /**
     * Begins to bring rows into a table. What it stages is gone after the transaction, and seen by nobody else.
     *
     * @param existing what happens to rows that are there already, of which the source's rows were not known to be the
     *     origin
     * @param owned where the target gives ids: asked before rows that are there are adopted
     */
    TableWriter writer(CopyTable table, Existing existing, Owned owned);

    /**
     * Sets columns of rows that are about to be deleted to NULL, so that they do not stand in the way of each other.
     *
     * @param positions of columns that may be NULL
     */
    void detach(CopyTable table, List<Integer> positions, List<List<Object>> targetKeys);

    /** Deletes the rows with these target keys, and returns how many there were. */
    long delete(CopyTable table, List<List<Object>> targetKeys);

    /**
     * The target keys of the rows of {@code child} that refer to a row of {@code parent} with one of these target keys.
     *
     * @param reference one of the references of {@code child}
     */
    List<List<Object>> referring(
            CopyTable child, CopyReference reference, CopyTable parent, List<List<Object>> parentKeys);

    /** The rows with these target keys, in any order. An array is of typed values in the order of the columns. */
    List<FoundRow> rows(CopyTable table, List<List<Object>> targetKeys);

    /** The number of all rows of the table. */
    long count(CopyTable table);

    /** The sum of a column of numbers, exact for whole and decimal ones; zero for no rows. */
    BigDecimal sum(CopyTable table, int position);

    /** The number of rows of {@code child} whose reference leads to no row of {@code parent}. */
    long orphans(CopyTable child, CopyReference reference, CopyTable parent);

    /**
     * How many numbers the sequence of the table's {@link CopyTable#numbered()} column lags behind the largest one: 0
     * where the next number is free.
     */
    long sequenceLag(CopyTable table);

    /** Moves the sequence of the table's numbered column beyond the largest number, and refreshes its statistics. */
    void settle(CopyTable table);

    /** Commits. */
    void commit();

    /** Ends the transaction, and rolls back what was not committed. */
    @Override
    void close();

    /** Tells which rows of the target belong to a row of the source already. */
    @FunctionalInterface
    interface Owned {
        /** Those of these target keys. A row that would adopt one of them is refused: two rows share a natural key. */
        Set<List<Object>> among(List<List<Object>> targetKeys);
    }

    /** What happens to rows that are in the target already. */
    enum Existing {
        UPDATE,
        KEEP,
        FAIL
    }

    /**
     * A row of the target.
     *
     * @param targetKey its key
     * @param values its typed values, in the order of the columns
     */
    record FoundRow(List<Object> targetKey, Object[] values) {}
}
