package dev.tidemark.copy.source;

import dev.tidemark.copy.shape.TableShape;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One consistent state of the source. It is used by one thread at a time, and answers one query at a time. */
public interface CopySnapshot extends AutoCloseable {
    /** When the snapshot was taken, by this machine's clock. */
    Instant takenAt();

    /**
     * A text that another snapshot has too only if nobody wrote to the source between the two; empty if that cannot be
     * told.
     */
    Optional<String> mark();

    /** The version of the database, such as {@code SQLite 3.53.1}. */
    String version();

    /** The tables, except the database's own, by name. */
    List<TableShape> tables();

    /** The number of rows of this table. */
    long count(String table);

    /**
     * Calls {@code reader} with the rows of a table, each an array of stored values in the order of {@code columns}; the
     * rows are valid during the call only, and an array is not used again.
     *
     * @param columns the names of the columns to read
     * @param key the names of the columns by which rows are ordered, as {@link dev.tidemark.copy.value.RowKey} orders
     *     them
     */
    <T> T rows(String table, List<String> columns, List<String> key, Function<Iterator<Object[]>, T> reader);

    /**
     * The same for the rows whose value of {@code changedAt} is {@code since} or later, as SQLite compares them.
     *
     * @param since a Long, a Double or a String
     */
    <T> T rowsSince(
            String table,
            List<String> columns,
            List<String> key,
            String changedAt,
            Object since,
            Function<Iterator<Object[]>, T> reader);

    /** The faults of the file and its rows that refer to missing rows, in words; at most {@code most}, empty for none. */
    List<String> faults(int most);

    @Override
    void close();
}
