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
 * One consistent state of the source. It answers one query at a time: nothing else can be read while rows stream, so a
 * reader of rows must not query this snapshot. Memory does not grow with the rows. After a failure, every later one
 * throws the first again, which may have caused it.
 */
public interface Snapshot extends AutoCloseable {
    /** How many keys one query names: a multiple of the usual width of a range. */
    int KEYS_A_QUERY = 1_024;

    /** The source's clock just before the snapshot was taken, UTC, to the second. */
    LocalDateTime takenAt();

    /** The server. */
    SourceServer server();

    /**
     * When the schema's tables were last changed; each mark covers every change that the snapshot shows. Leaves out
     * tables without a reliable mark.
     */
    List<TableMark> marks();

    /** The tables whose engine has no snapshots: they are read as they are at that moment. */
    List<SourceTableEngine> tablesWithoutSnapshots();

    /** The columns of the source's schema that the user may see. */
    List<SourceColumn> columns();

    /**
     * Calls {@code reader} with the rows that have these leading keys, in key order; they are valid only during the
     * call.
     */
    <R, T> T rows(SourceTable<R> table, KeySpans keys, Function<Iterator<R>, T> reader);

    /** Calls {@code reader} with the rows in {@code scope}, in key order; they are valid only during the call. */
    <R, T> T rows(SourceTable<R> table, Scope scope, Function<Iterator<R>, T> reader);

    /**
     * Calls {@code reader} with the fingerprints of the ranges with these leading keys, in ascending order; they are
     * valid only during the call.
     *
     * @param keys whole ranges
     */
    <T> T fingerprints(FingerprintedTable table, KeySpans keys, Function<Iterator<RangeFingerprint>, T> reader);

    /** The same for all ranges of the table. */
    default <T> T fingerprints(FingerprintedTable table, Function<Iterator<RangeFingerprint>, T> reader) {
        return fingerprints(table, KeySpans.ALL, reader);
    }

    /** Leading keys of the rows of {@code table} whose {@code path} leads to a row with one of these keys. */
    KeySpans referringKeys(SourceTable<?> table, SourcePath path, KeySpans keys);

    /** Leading keys of the rows of {@code table} with a timestamp of {@code since} or later, UTC. */
    KeySpans changedSince(SourceTable<?> table, LocalDateTime since);

    /**
     * Leading keys of the rows of {@code table} whose {@code path} leads to a row with a timestamp of {@code since} or
     * later, UTC.
     */
    KeySpans referringSince(SourceTable<?> table, SourcePath path, LocalDateTime since);

    /** The number of rows of {@code table} for which every one of {@code paths} leads to a row. */
    long countReferring(SourceTable<?> table, List<SourcePath> paths);

    /**
     * Rows and amounts, grouped by the key at the end of the first of {@code paths} where it is not NULL. Rows whose
     * key is missing in the table at the end have no group.
     *
     * @param paths one or two, to the same table
     * @param amount the column to sum up; empty for none
     */
    List<GroupTotal> totals(
            SourceTable<?> table, List<SourcePath> paths, Optional<Column<BigDecimal>> amount, Scope scope);

    /** The smallest and the largest leading key of the table; empty if it has no row. */
    Optional<KeySpans.Span> extent(SourceTable<?> table);

    /** The sum of a column over all rows of its table; 0 if there is no value. */
    BigDecimal sumOf(Column<BigDecimal> column);

    /** The largest value of a column, which may exceed 64 bits; 0 if there is none. */
    BigDecimal largest(Column<?> column);

    /** The number of the table's rows as the server estimates it, without counting. */
    long estimatedRows(SourceTable<?> table);

    /** Notes for the user on the rows that were read since the last call, one sentence each. */
    List<String> takeNotes();

    /**
     * Ends the snapshot and its stream at once, without reading the stream to its end; nothing can be read afterwards.
     * A snapshot that is still opening ends as soon as it is open. Any thread may call this.
     */
    void abandon();

    /** Ends the snapshot. */
    @Override
    void close();
}
