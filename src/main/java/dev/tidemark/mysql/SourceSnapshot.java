package dev.tidemark.mysql;

import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.max;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.selectDistinct;

import dev.tidemark.sql.Background;
import dev.tidemark.sql.Cursors;
import dev.tidemark.sql.FingerprintedTable;
import dev.tidemark.sql.KeySpans;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.RangeFingerprint;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.ScalarMapper;
import dev.tidemark.sql.SourcePath;
import dev.tidemark.sql.SourceTable;
import dev.tidemark.sql.UnreadableDates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.Buildable;

/**
 * One consistent state of the source, which may still be on its way: then the first question waits for it. It is read
 * through one connection: while rows stream, nothing else can be read, so a consumer of rows must not read from here.
 * Memory does not grow with the rows.
 */
public final class SourceSnapshot {
    /** Rows that are handed on together, and keys that are asked for in one query. */
    public static final int BATCH = 1_000;

    private static final int SPANS_A_QUERY = 200;

    private final Background<OpenSnapshot> open;
    private final UnreadableDates unreadableDates;
    private final Consumer<SqlSession> abandonment;
    private final Lock inUse = new ReentrantLock(true);
    private final AtomicReference<RuntimeException> firstFailure = new AtomicReference<>();

    SourceSnapshot(
            Background<OpenSnapshot> open, UnreadableDates unreadableDates, Consumer<SqlSession> abandonment) {
        this.open = open;
        this.unreadableDates = unreadableDates;
        this.abandonment = abandonment;
    }

    /** The source's clock just before the snapshot was taken, UTC, to the second. */
    public LocalDateTime takenAt() {
        return open.get().takenAt();
    }

    /** The server that it was taken of. */
    public SourceServer server() {
        return open.get().server();
    }

    /**
     * When the tables of the schema were touched; whatever the snapshot shows was committed by then. None of a server
     * that does not tell this reliably.
     */
    public List<TableMark> marks() {
        return open.get().marks();
    }

    /** What users should know of the rows that were read since the last call, a sentence each. */
    public List<String> takeNotes() {
        return unreadableDates.take();
    }

    /**
     * Ends the snapshot and whatever streams from it at once, instead of reading the stream to its end; nothing can be
     * read afterwards. One that is still on its way ends when it is there. Any thread may call this.
     */
    public void abandon() {
        open.whenThere(opened -> abandonment.accept(opened.session()), Duration.ZERO);
    }

    /**
     * What {@code question} finds by a mapper of this type. It waits until no other thread reads from here. After one
     * failure any other is thrown as the first, which it may but follow from.
     */
    public <M, T> T ask(Class<M> mapper, Function<M, T> question) {
        return asking(session -> question.apply(Mappers.of(session, mapper)));
    }

    private <T> T asking(Function<SqlSession, T> question) {
        SqlSession session = open.get().session();
        inUse.lock();
        try {
            return question.apply(session);
        } catch (RuntimeException failure) {
            firstFailure.compareAndSet(null, failure);
            throw firstFailure.get();
        } finally {
            inUse.unlock();
        }
    }

    /** Calls {@code reader} with the rows that have these leading keys, in key order; they end with the call. */
    public <R, T> T rows(SourceTable<R> table, KeySpans keys, Function<Iterator<R>, T> reader) {
        QueryExpressionDSL<SelectModel> all = table.rows();
        return stream(
                table,
                keys.isAll()
                        ? all.orderBy(table.key().order())
                        : all.where(keys.contain(table.key().leading())).orderBy(table.key().order()),
                reader);
    }

    /** Calls {@code reader} with the rows that {@code query} finds; they end with the call. */
    public <R, T> T stream(SourceTable<R> table, Buildable<SelectModel> query, Function<Iterator<R>, T> reader) {
        return asking(session -> cursor(table.rowType().select(session, Rendered.select(query)), reader));
    }

    /** Calls {@code reader} with the fingerprints in ascending order of their ranges; they end with the call. */
    public <T> T fingerprints(FingerprintedTable table, Function<Iterator<RangeFingerprint>, T> reader) {
        SelectStatementProvider statement = new FingerprintStatement(server().isMariaDb()).of(table);
        return ask(SnapshotMapper.class, mapper -> cursor(mapper.ranges(statement), reader));
    }

    /** Leading keys of the rows of {@code table} from which {@code path} leads to rows with one of these keys. */
    public KeySpans referringKeys(SourceTable<?> table, SourcePath path, KeySpans keys) {
        if (keys.isAll()) {
            return KeySpans.ALL;
        }
        return keys.pieces(SPANS_A_QUERY, Long.MAX_VALUE)
                .map(piece -> keys(path.keysUpToColumn(table).where(piece.contain(path.column()))))
                .reduce(KeySpans.NONE, KeySpans::union);
    }

    /** Leading keys of the rows of {@code table} that say that they changed at {@code since} or later, UTC. */
    public KeySpans changedSince(SourceTable<?> table, LocalDateTime since) {
        return keys(keyQuery(table).where(table.lastUpdate(), isGreaterThanOrEqualTo(since)));
    }

    /** Leading keys of the rows of {@code table} from which {@code path} leads to rows that say that they changed. */
    public KeySpans referringSince(SourceTable<?> table, SourcePath path, LocalDateTime since) {
        return keys(path.keysUpToTable(table).where(path.table().lastUpdate(), isGreaterThanOrEqualTo(since)));
    }

    /** The number of rows of {@code table} from which each of {@code paths} leads to a row. */
    public long countReferring(SourceTable<?> table, List<SourcePath> paths) {
        QueryExpressionDSL<SelectModel> rows = select(count()).from(table);
        for (SourcePath path : paths) {
            rows = path.joinedTo(rows);
        }
        SelectStatementProvider query = Rendered.select(rows);
        return ask(ScalarMapper.class, mapper -> mapper.number(query));
    }

    /** The largest value of a column; 0 where there is none. */
    public BigDecimal largest(SqlColumn<?> column) {
        SelectStatementProvider query = Rendered.select(select(max(column)).from(column.table()));
        return ask(ScalarMapper.class, mapper -> mapper.decimals(query)).stream()
                .filter(value -> value != null)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** The columns of the source's schema that the user may see. */
    public List<SourceColumn> columns() {
        CatalogColumnsTable columns = CatalogColumnsTable.COLUMNS;
        return ask(SourceCatalogMapper.class, mapper -> mapper.columns(Rendered.select(select(
                        columns.tableName.as("table_name"),
                        columns.columnName.as("column_name"),
                        columns.columnType.as("column_type"))
                .from(columns)
                .where(columns.tableSchema, isEqualTo(constant("database()"))))));
    }

    /** The number of the table's rows as the server estimates it, without counting. */
    public long estimatedRows(SourceTable<?> table) {
        CatalogTablesTable tables = CatalogTablesTable.TABLES;
        SelectStatementProvider query =
                Rendered.select(CatalogTablesTable.query().and(tables.tableName, isEqualTo(table.name())));
        return ask(SourceCatalogMapper.class, mapper -> mapper.tables(query)).stream()
                .mapToLong(SourceTableSize::rows)
                .sum();
    }

    /** The sizes of the schema's tables, as the server estimates them. */
    public List<SourceTableSize> tableSizes() {
        return ask(SourceCatalogMapper.class, mapper -> mapper.tables(Rendered.select(CatalogTablesTable.query())));
    }

    /** The columns of the schema that are the first of an index. */
    public List<SourceColumnIndex> leadingIndexColumns() {
        CatalogStatisticsTable statistics = CatalogStatisticsTable.STATISTICS;
        return ask(SourceCatalogMapper.class, mapper -> mapper.indexes(Rendered.select(selectDistinct(
                        statistics.tableName.as("table_name"), statistics.columnName.as("column_name"))
                .from(statistics)
                .where(statistics.tableSchema, isEqualTo(constant("database()")))
                .and(statistics.position, isEqualTo(1L)))));
    }

    private KeySpans keys(Buildable<SelectModel> query) {
        return ask(ScalarMapper.class, mapper -> cursor(mapper.keys(Rendered.select(query)), KeySpans::ofKeys));
    }

    private static QueryExpressionDSL<SelectModel> keyQuery(SourceTable<?> table) {
        return select(table.key().leading().as("from_key")).from(table);
    }

    private <R, T> T cursor(Cursor<R> rows, Function<Iterator<R>, T> reader) {
        return Cursors.read(rows, iterator -> {
            try {
                return reader.apply(iterator);
            } catch (RuntimeException | Error failure) {
                abandon();
                throw failure;
            }
        });
    }
}
