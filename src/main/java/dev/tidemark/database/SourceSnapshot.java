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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.render.RenderingStrategies;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.Buildable;

/**
 * One consistent state of the source, read through one connection: while rows stream, nothing else can be read, so a
 * consumer of rows must not read from here. Memory does not grow with the rows.
 */
public final class SourceSnapshot {
    /** Rows that are handed on together, and keys that are asked for in one query. */
    public static final int BATCH = 1_000;

    /** The first moment that a TIMESTAMP can hold: with any earlier one MySQL compares nothing to a zero date. */
    private static final LocalDateTime FIRST_TIMESTAMP = LocalDateTime.of(1970, 1, 1, 0, 0, 1);

    private final SqlSession session;
    private final SourceHorizon horizon;
    private final UnreadableDates unreadableDates;
    private final Runnable abandonment;
    private final Map<String, List<String>> indexedByChange = new HashMap<>();

    SourceSnapshot(
            SqlSession session, SourceHorizon horizon, UnreadableDates unreadableDates, Runnable abandonment) {
        this.session = session;
        this.horizon = horizon;
        this.unreadableDates = unreadableDates;
        this.abandonment = abandonment;
    }

    /** The source's clock just before the snapshot was taken, UTC, to the second. */
    public LocalDateTime takenAt() {
        return horizon.takenAt();
    }

    /** How far back the rows may be dated that this snapshot does not show and a later one will. */
    public SourceHorizon horizon() {
        return horizon;
    }

    /** What users should know of the rows that were read since the last call, a sentence each. */
    public List<String> takeNotes() {
        return unreadableDates.take();
    }

    /**
     * Ends the snapshot and whatever streams from it at once, instead of reading the stream to its end; nothing can be
     * read afterwards. Any thread may call this.
     */
    public void abandon() {
        abandonment.run();
    }

    /** A mapper that reads within this snapshot. */
    public <M> M mapper(Class<M> type) {
        return Mappers.of(session, type);
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
        return cursor(mapper(table.mapper()).select(rendered(query)), reader);
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
        return cursor(mapper(ScalarMapper.class).keys(query), reader);
    }

    /** The columns of the source's schema that the user may see. */
    public List<SourceColumn> columns() {
        CatalogColumnsTable columns = CatalogColumnsTable.COLUMNS;
        return mapper(SourceCatalogMapper.class)
                .columns(rendered(select(columns.tableName.as("table_name"), columns.columnName.as("column_name"))
                        .from(columns)
                        .where(columns.tableSchema, isEqualTo(constant("database()")))));
    }

    /** The number of the table's rows as the server estimates it, without counting. */
    public long estimatedRows(SourceTable<?> table) {
        CatalogTablesTable tables = CatalogTablesTable.TABLES;
        return mapper(SourceCatalogMapper.class)
                .tables(rendered(CatalogTablesTable.query().and(tables.tableName, isEqualTo(table.name()))))
                .stream()
                .mapToLong(SourceTableSize::rows)
                .sum();
    }

    /** The sizes of the schema's tables, as the server estimates them. */
    public List<SourceTableSize> tableSizes() {
        return mapper(SourceCatalogMapper.class).tables(rendered(CatalogTablesTable.query()));
    }

    /** The tables that have an index whose first column has this name. */
    public List<String> indexedTables(String column) {
        CatalogStatisticsTable statistics = CatalogStatisticsTable.STATISTICS;
        return mapper(SourceCatalogMapper.class)
                .names(rendered(selectDistinct(statistics.tableName)
                        .from(statistics)
                        .where(statistics.tableSchema, isEqualTo(constant("database()")))
                        .and(statistics.columnName, isEqualTo(column))
                        .and(statistics.position, isEqualTo(1L))));
    }

    /** The statement of a query, as mappers take it. */
    public static SelectStatementProvider rendered(Buildable<SelectModel> query) {
        return query.build().render(RenderingStrategies.MYBATIS3);
    }

    private KeySet keys(Buildable<SelectModel> query) {
        return cursor(mapper(ScalarMapper.class).keys(rendered(query)), KeySet::collect);
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
