package dev.tidemark.database;

import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotBetween;
import static org.mybatis.dynamic.sql.SqlBuilder.isNull;
import static org.mybatis.dynamic.sql.SqlBuilder.or;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.selectDistinct;

import dev.tidemark.orm.EpochSeconds;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.ScalarMapper;
import dev.tidemark.orm.SourceReference;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.UnreadableDates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.render.RenderingStrategies;
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

    /** The first moment that a TIMESTAMP can hold: with any earlier one MySQL compares nothing to a zero date. */
    private static final LocalDateTime FIRST_TIMESTAMP = LocalDateTime.of(1970, 1, 1, 0, 0, 1);

    private final Ahead<OpenSnapshot> open;
    private final UnreadableDates unreadableDates;
    private final Consumer<SqlSession> abandonment;
    private final Lock inUse = new ReentrantLock(true);
    private final AtomicReference<RuntimeException> firstFailure = new AtomicReference<>();
    private final Map<String, List<String>> indexedByChange = new ConcurrentHashMap<>();

    SourceSnapshot(
            Ahead<OpenSnapshot> open, UnreadableDates unreadableDates, Consumer<SqlSession> abandonment) {
        this.open = open;
        this.unreadableDates = unreadableDates;
        this.abandonment = abandonment;
    }

    /** Whether the next question need not wait for the snapshot. */
    public boolean isOpen() {
        return open.isSettled();
    }

    /** Waits for the snapshot; returns whether it could be taken. If not, each question fails for the same reason. */
    public boolean opens() {
        return open.succeeds();
    }

    /** The source's clock just before the snapshot was taken, UTC, to the second. */
    public LocalDateTime takenAt() {
        return horizon().takenAt();
    }

    /** How far back the rows may be dated that this snapshot does not show and a later one will. */
    public SourceHorizon horizon() {
        return open.get().horizon();
    }

    /** The same state read through a connection of its own, by another thread; it ends with this. */
    public Optional<SourceSnapshot> twin() {
        OpenSnapshot both = open.get();
        return both.twin().map(second -> {
            OpenSnapshot single = new OpenSnapshot(second, Optional.empty(), both.horizon(), List.of());
            return new SourceSnapshot(Ahead.there(single), unreadableDates, abandonment);
        });
    }

    /** What users should know of the snapshot, and of the rows that were read since the last call, a sentence each. */
    public List<String> takeNotes() {
        return Stream.concat(open.get().notes().stream(), unreadableDates.take().stream()).toList();
    }

    /**
     * Ends the snapshot, its twin and whatever streams from them at once, instead of reading the stream to its end;
     * nothing can be read afterwards. One that is still on its way ends when it is there. Any thread may call this.
     */
    public void abandon() {
        open.whenThere(
                opened -> {
                    abandonment.accept(opened.session());
                    opened.twin().ifPresent(abandonment);
                },
                Duration.ZERO);
    }

    /**
     * What {@code question} finds by a mapper of this type. It waits until no other thread reads from here. After one
     * failure any other is thrown as the first, which it may but follow from.
     */
    public <M, T> T ask(Class<M> mapper, Function<M, T> question) {
        SqlSession session = open.get().session();
        inUse.lock();
        try {
            return question.apply(Mappers.of(session, mapper));
        } catch (RuntimeException failure) {
            firstFailure.compareAndSet(null, failure);
            throw firstFailure.get();
        } finally {
            inUse.unlock();
        }
    }

    /**
     * Hands the rows with these keys to {@code batches}, in key order, at most {@link #BATCH} at a time. Unless
     * the keys are all of the table, {@code batches} may read from here too.
     */
    public <R> void read(SourceTable<R> table, KeySet keys, Consumer<List<R>> batches) {
        if (keys.isAll()) {
            stream(table, table.select().get().orderBy(table.key().order()), rows -> {
                while (rows.hasNext()) {
                    batches.accept(Batches.next(rows, BATCH));
                }
                return null;
            });
            return;
        }
        keys.chunks(BATCH).forEach(chunk -> {
            List<R> rows = stream(
                    table,
                    table.select().get().where(table.key().isAnyOf(chunk)).orderBy(table.key().order()),
                    found -> Batches.next(found, BATCH));
            if (!rows.isEmpty()) {
                batches.accept(rows);
            }
        });
    }

    /** Calls {@code reader} with the rows that {@code query} finds; they end with the call. */
    public <R, T> T stream(SourceTable<R> table, Buildable<SelectModel> query, Function<Iterator<R>, T> reader) {
        return ask(table.mapper(), mapper -> cursor(mapper.select(rendered(query)), reader));
    }

    /** Keys of the rows that changed at {@code since} or later, or that do not say when: by NULL or by a zero date. */
    public KeySet changedKeys(SourceTable<?> table, LocalDateTime since) {
        if (indexedByChange.computeIfAbsent(table.lastUpdate().name(), this::indexedTables).contains(table.name())) {
            return keys(keyQuery(table)
                    .where(
                            table.lastUpdate(),
                            isGreaterThanOrEqualTo(since),
                            or(table.lastUpdate(), isNull()),
                            or(table.lastUpdate(), isLessThan(FIRST_TIMESTAMP))));
        }
        // All rows are looked at, which is quickest by their seconds.
        long first = since.toEpochSecond(ZoneOffset.UTC);
        return keys(keyQuery(table).where(EpochSeconds.of(table.lastUpdate()), isNotBetween(1L).and(first - 1)));
    }

    /** Keys of the rows of {@code table} that refer to rows with one of {@code keys}. */
    public KeySet referringKeys(SourceTable<?> table, SourceReference reference, KeySet keys) {
        if (keys.isAll()) {
            return KeySet.ALL;
        }
        return keys.chunks(BATCH)
                .map(chunk -> keys(reference.path().apply(keyQuery(table)).where(reference.key(), isIn(chunk))))
                .reduce(KeySet.none(), KeySet::union);
    }

    /** Calls {@code reader} with the keys that {@code query} finds; they end with the call. */
    public <T> T streamKeys(SelectStatementProvider query, Function<Iterator<Long>, T> reader) {
        return ask(ScalarMapper.class, mapper -> cursor(mapper.keys(query), reader));
    }

    /** The columns of the source's schema that the user may see. */
    public List<SourceColumn> columns() {
        CatalogColumnsTable columns = CatalogColumnsTable.COLUMNS;
        return ask(SourceCatalogMapper.class, mapper -> mapper.columns(
                rendered(select(columns.tableName.as("table_name"), columns.columnName.as("column_name"))
                        .from(columns)
                        .where(columns.tableSchema, isEqualTo(constant("database()"))))));
    }

    /** The number of the table's rows as the server estimates it, without counting. */
    public long estimatedRows(SourceTable<?> table) {
        CatalogTablesTable tables = CatalogTablesTable.TABLES;
        return ask(
                        SourceCatalogMapper.class,
                        mapper -> mapper.tables(
                                rendered(CatalogTablesTable.query().and(tables.tableName, isEqualTo(table.name())))))
                .stream()
                .mapToLong(SourceTableSize::rows)
                .sum();
    }

    /** The sizes of the schema's tables, as the server estimates them. */
    public List<SourceTableSize> tableSizes() {
        return ask(SourceCatalogMapper.class, mapper -> mapper.tables(rendered(CatalogTablesTable.query())));
    }

    /** The tables that have an index whose first column has this name. */
    public List<String> indexedTables(String column) {
        CatalogStatisticsTable statistics = CatalogStatisticsTable.STATISTICS;
        return ask(SourceCatalogMapper.class, mapper -> mapper.names(
                rendered(selectDistinct(statistics.tableName)
                        .from(statistics)
                        .where(statistics.tableSchema, isEqualTo(constant("database()")))
                        .and(statistics.columnName, isEqualTo(column))
                        .and(statistics.position, isEqualTo(1L)))));
    }

    /** The statement of a query, as mappers take it. */
    public static SelectStatementProvider rendered(Buildable<SelectModel> query) {
        return query.build().render(RenderingStrategies.MYBATIS3);
    }

    private KeySet keys(Buildable<SelectModel> query) {
        return streamKeys(rendered(query), KeySet::collect);
    }

    private <T> T abandoningOnFailure(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException | Error failure) {
            abandon();
            throw failure;
        }
    }

    private static QueryExpressionDSL<SelectModel> keyQuery(SourceTable<?> table) {
        return select(table.key().value().as("from_key")).from(table.table());
    }

    private <R, T> T cursor(Cursor<R> rows, Function<Iterator<R>, T> reader) {
        try (rows) {
            return abandoningOnFailure(() -> reader.apply(rows.iterator()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
