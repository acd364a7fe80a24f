package dev.tidemark.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.GroupTotal;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import dev.tidemark.table.SourcePath;
import dev.tidemark.table.SourceTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One consistent state of the source. One question is answered at a time: while rows stream, nothing else can be read,
 * so a reader of rows must not read from here. Memory does not grow with the rows. After one failure any other is
 * thrown as the first, which it may but follow from.
 */
public interface Snapshot extends AutoCloseable {
    /** Rows that are handed on together, and keys that are asked for in one query. */
    int BATCH = 1_000;

    /** The source's clock just before the snapshot was taken, UTC, to the second. */
    LocalDateTime takenAt();

    /** The server. */
    SourceServer server();

    /**
     * When the tables of the schema were touched; whatever the snapshot shows was committed by then. A table of which
     * the server does not tell this reliably is left out.
     */
    List<TableMark> marks();

    /** The columns of the source's schema that the user may see. */
    List<SourceColumn> columns();

    /** Calls {@code reader} with the rows that have these leading keys, in key order; they end with the call. */
    <R, T> T rows(SourceTable<R> table, KeySpans keys, Function<Iterator<R>, T> reader);

    /** Calls {@code reader} with the rows in {@code scope}, in key order; they end with the call. */
    <R, T> T rows(SourceTable<R> table, Scope scope, Function<Iterator<R>, T> reader);

    /** Calls {@code reader} with the fingerprints in ascending order of their ranges; they end with the call. */
    <T> T fingerprints(FingerprintedTable table, Function<Iterator<RangeFingerprint>, T> reader);

    /** Leading keys of the rows of {@code table} from which {@code path} leads to rows with one of these keys. */
    KeySpans referringKeys(SourceTable<?> table, SourcePath path, KeySpans keys);

    /** Leading keys of the rows of {@code table} that say that they changed at {@code since} or later, UTC. */
    KeySpans changedSince(SourceTable<?> table, LocalDateTime since);

    /**
     * Leading keys of the rows of {@code table} from which {@code path} leads to rows that say that they changed at
     * {@code since} or later, UTC.
     */
    KeySpans referringSince(SourceTable<?> table, SourcePath path, LocalDateTime since);

    /** The number of rows of {@code table} from which each of {@code paths} leads to a row. */
    long countReferring(SourceTable<?> table, List<SourcePath> paths);

    /**
     * Rows and amounts by the key that the first of {@code paths} names which names any. A key that the table at its end
     * does not have is no group.
     *
     * @param paths one or two, to the same table
     * @param amount what is summed up; empty for nothing
     */
    List<GroupTotal> totals(
            SourceTable<?> table, List<SourcePath> paths, Optional<Column<BigDecimal>> amount, Scope scope);

    /** The largest value of a column, which may be more than 64 bits hold; 0 where there is none. */
    BigDecimal largest(Column<?> column);

    /** The number of the table's rows as the server estimates it, without counting. */
    long estimatedRows(SourceTable<?> table);

    /** What users should know of the rows that were read since the last call, a sentence each. */
    List<String> takeNotes();

    /**
     * Ends the snapshot and whatever streams from it at once, instead of reading the stream to its end; nothing can be
     * read afterwards. One that is still on its way ends when it is there. Any thread may call this.
     */
    void abandon();

    /** Ends the snapshot. */
    @Override
    void close();
}
