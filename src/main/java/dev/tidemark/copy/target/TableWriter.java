package dev.tidemark.copy.target;

import java.util.List;
import java.util.function.Consumer;

/**
 * Brings rows into one table: first all {@link #put}, then {@link #check}, then {@link #merge}. A database without
 * staging may write and decide in {@code put} already. Each row has one outcome at most; a row without one was written
 * with the key that it came with.
 */
public interface TableWriter {
    /** Takes rows whose columns are converted; passes on the outcomes of those that are decided. */
    void put(List<RowToWrite> rows, Consumer<RowOutcome> outcomes);

    /**
     * Says that the rows with these target keys will be deleted at the end of the run: the values of their other unique
     * keys must not stand in the way of rows that are put later. Comes before {@link #check}.
     */
    void vacate(List<List<Object>> targetKeys);

    /**
     * Examines what was staged: types, NOT NULL, lengths, keys that come twice, keys of rows of others, parents that
     * are neither there nor staged. Passes on a rejection of each bad row.
     */
    void check(Consumer<RowOutcome> outcomes);

    /** Merges what was staged and is good, touching only rows that differ. */
    void merge(Consumer<RowOutcome> outcomes);

    /** What happened to rows so far. */
    Written written();

    /**
     * A row to be written.
     *
     * @param sourceKey identifies it in the source, as {@link dev.tidemark.copy.value.RowKey} encodes it
     * @param targetKey its key in the target; null if the target is to give it
     * @param known whether the target's row is known to come from this row of the source
     * @param values typed values, in the order of the table's columns
     */
    record RowToWrite(byte[] sourceKey, List<Object> targetKey, boolean known, Object[] values) {}

    /** What became of a row. */
    sealed interface RowOutcome {
        /** As in {@link RowToWrite#sourceKey()}. */
        byte[] sourceKey();
    }

    /** The row is in the target under this key. */
    record Placed(byte[] sourceKey, List<Object> targetKey) implements RowOutcome {}

    /** The row is left out. */
    record Refused(byte[] sourceKey, String reason) implements RowOutcome {}

    /**
     * Counts of rows.
     *
     * @param inserted rows that were not there
     * @param updated rows that were there and differed
     * @param adopted rows that were there and not known to come from the source, whether they differed or not
     */
    record Written(long inserted, long updated, long adopted) {}
}
