package dev.tidemark.mysql;

import static dev.tidemark.mysql.RangesResult.RANGES;
import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.max;
import static org.mybatis.dynamic.sql.SqlBuilder.min;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.sum;

import dev.tidemark.concurrent.Background;
import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.SourceColumn;
import dev.tidemark.source.SourceServer;
import dev.tidemark.source.SourceTableEngine;
import dev.tidemark.source.SourceTableSize;
import dev.tidemark.source.TableMark;
import dev.tidemark.sql.Conditions;
import dev.tidemark.sql.Cursors;
import dev.tidemark.sql.Joins;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.RowReader;
import dev.tidemark.sql.ScalarMapper;
import dev.tidemark.sql.SqlTables;
import dev.tidemark.sql.TotalMapper;
import dev.tidemark.sql.UnreadableDates;
import dev.tidemark.table.Column;
import dev.tidemark.table.GroupTotal;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import dev.tidemark.table.SourcePath;
import dev.tidemark.table.SourceTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.AndOrCriteriaGroup;
import org.mybatis.dynamic.sql.BasicColumn;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.Buildable;

/** A snapshot on one connection, which may still be opening: then the first query waits for it. */
final class SourceSnapshot implements Snapshot {
    private static final int SPANS_A_QUERY = 200;
    private static final int JOIN_BUFFER_BYTES = 8 << 20;

    private final Background<OpenSnapshot> open;
    private final ServerFailures failures;
    private final UnreadableDates unreadableDates;
    private final Consumer<SqlSession> abandonment;
    private final SqlTables tables = new SqlTables();
    private final Conditions conditions = new Conditions(tables);
    private final Joins joins = new Joins(tables);
    private final Lock inUse = new ReentrantLock(true);
    private final AtomicReference<RuntimeException> firstFailure = new AtomicReference<>();

    SourceSnapshot(
            Background<OpenSnapshot> open,
            ServerFailures failures,
            UnreadableDates unreadableDates,
            Consumer<SqlSession> abandonment) {
        this.open = open;
        this.failures = failures;
        this.unreadableDates = unreadableDates;
        this.abandonment = abandonment;
    }

    @Override
    public LocalDateTime takenAt() {
        return opened().takenAt();
    }

    @Override
    public SourceServer server() {
        return opened().server();
    }

    @Override
    public List<TableMark> marks() {
        return opened().marks();
    }

    @Override
    public List<String> takeNotes() {
        return unreadableDates.take();
    }

    @Override
    public void abandon() {
        open.whenThere(opened -> abandonment.accept(opened.session()), Duration.ZERO);
    }

    @Override
    public void close() {
        open.whenThere(OpenSnapshot::close, SourcePool.LONGEST_FAREWELL);
    }

    @Override
    public <R, T> T rows(SourceTable<R> table, KeySpans keys, Function<Iterator<R>, T> reader) {
        return rows(table, conditions.within(table, keys), reader);
    }

    @Override
    public <R, T> T rows(SourceTable<R> table, Scope scope, Function<Iterator<R>, T> reader) {
        return rows(table, conditions.within(table, scope), reader);
    }

    @Override
    public <T> T fingerprints(
            FingerprintedTable table, KeySpans keys, Function<Iterator<RangeFingerprint>, T> reader) {
        SelectStatementProvider statement =
                new FingerprintStatement(ServerFacts.isMariaDb(server().version()), tables).of(table, keys);
        return asking(session -> RowReader.read(session, RANGES, statement, abandoning(reader)));
    }

    @Override
    public KeySpans referringKeys(SourceTable<?> table, SourcePath path, KeySpans keys) {
        if (keys.isAll()) {
            return KeySpans.ALL;
        }
        return keys.pieces(SPANS_A_QUERY, Long.MAX_VALUE)
                .map(piece -> keys(joins.inner(leadingKeys(table), path.stepsToColumn().stream())
                        .where(conditions.within(path.column(), piece))))
                .reduce(KeySpans.NONE, KeySpans::union);
    }

    @Override
    public KeySpans changedSince(SourceTable<?> table, LocalDateTime since) {
        return keys(leadingKeys(table).where(tables.of(table.lastUpdate()), isGreaterThanOrEqualTo(since)));
    }

    @Override
    public KeySpans referringSince(SourceTable<?> table, SourcePath path, LocalDateTime since) {
        return keys(joins.inner(leadingKeys(table), path.steps().stream())
                .where(tables.of(path.table().lastUpdate()), isGreaterThanOrEqualTo(since)));
    }

    @Override
    public long countReferring(SourceTable<?> table, List<SourcePath> paths) {
        SelectStatementProvider query = Rendered.select(joins.inner(
                select(count()).from(tables.of(table)), paths.stream().flatMap(path -> path.steps().stream())));
        return ask(ScalarMapper.class, mapper -> mapper.number(query));
    }

    @Override
    public List<GroupTotal> totals(
            SourceTable<?> table, List<SourcePath> paths, Optional<Column<BigDecimal>> amount, Scope scope) {
        SourceTable<?> end = paths.getFirst().table();
        Set<Long> groups = Set.copyOf(numbers(select(tables.of(end.key().leading())).from(tables.of(end))));
        SelectStatementProvider query = Rendered.select(totalsQuery(table, paths, amount, scope));
        return ask(TotalMapper.class, mapper -> mapper.totals(query)).stream()
                .map(line -> new GroupTotal(
                        line.group() != null && groups.contains(line.group()) ? line.group() : null,
                        line.rows(),
                        line.amountOrZero()))
                .toList();
    }

    @Override
    public Optional<KeySpans.Span> extent(SourceTable<?> table) {
        SqlColumn<Long> key = tables.of(table.key().leading());
        Optional<Long> first = scalar(select(min(key)).from(tables.of(table)));
        return first.flatMap(smallest -> scalar(select(max(key)).from(tables.of(table)))
                .map(largest -> new KeySpans.Span(smallest, largest)));
    }

    @Override
    public BigDecimal sumOf(Column<BigDecimal> column) {
        return aggregate(column, sum(new ExactAmount(tables.of(column))));
    }

    @Override
    public BigDecimal largest(Column<?> column) {
        return aggregate(column, max(tables.of(column)));
    }

    private BigDecimal aggregate(Column<?> column, BasicColumn value) {
        SelectStatementProvider query = Rendered.select(select(value).from(tables.of(column.table())));
        return ask(ScalarMapper.class, mapper -> mapper.decimals(query)).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    @Override
    public List<SourceTableEngine> tablesWithoutSnapshots() {
        return ask(
                SourceCatalogMapper.class,
                mapper -> mapper.engines(Rendered.select(CatalogTablesTable.withoutSnapshots())));
    }

    @Override
    public List<SourceColumn> columns() {
        return ask(SourceCatalogMapper.class, mapper -> mapper.columns(Rendered.select(CatalogColumnsTable.query())))
                .stream()
                .map(CatalogColumn::described)
                .toList();
    }

    @Override
    public long estimatedRows(SourceTable<?> table) {
        CatalogTablesTable catalog = CatalogTablesTable.TABLES;
        SelectStatementProvider query =
                Rendered.select(CatalogTablesTable.sizes().and(catalog.tableName, isEqualTo(table.name())));
        return ask(SourceCatalogMapper.class, mapper -> mapper.tables(query)).stream()
                .mapToLong(SourceTableSize::rows)
                .sum();
    }

    private <R, T> T rows(
            SourceTable<R> table, List<AndOrCriteriaGroup> where, Function<Iterator<R>, T> reader) {
        SelectStatementProvider query = Rendered.select(
                joins.left(select(tables.rowColumns(table)).from(tables.of(table)), table.joins().stream())
                        .where(where)
                        .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                        .orderBy(tables.order(table.key().columns())));
        return asking(session -> RowReader.read(session, table, query, abandoning(reader)));
    }

    private Buildable<SelectModel> totalsQuery(
            SourceTable<?> table, List<SourcePath> paths, Optional<Column<BigDecimal>> amount, Scope scope) {
        if (paths.size() > 2) {
            throw new IllegalArgumentException("A total goes by one or two paths, not " + paths.size());
        }
        List<BasicColumn> groups = paths.stream().<BasicColumn>map(path -> tables.of(path.column())).toList();
        BasicColumn second = groups.size() == 1 ? constant("null") : groups.get(1);
        BasicColumn summed = amount.<BasicColumn>map(column -> sum(new ExactAmount(tables.of(column))))
                .orElse(constant("0"));
        List<SourcePath.Step> steps = paths.stream().flatMap(path -> path.stepsToColumn().stream()).toList();
        QueryExpressionDSL<SelectModel> query = select(
                        constant(hashJoins(steps, scope) + "COUNT(*)").as("row_count"),
                        groups.getFirst().as("first_group"),
                        second.as("second_group"),
                        summed.as("amount"))
                .from(tables.of(table));
        return joins.left(query, steps.stream())
                .where(conditions.within(table, scope))
                .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                .groupBy(groups);
    }

    // MySQL would look up every row's references one by one, which takes more than twice as long as hash joins do. It
    // chooses hash joins when this hint forbids it the indexes. With the larger buffer they write fewer files. Servers
    // before 8.0.20 still look up every row.
    private String hashJoins(List<SourcePath.Step> steps, Scope scope) {
        if (!scope.equals(Scope.ALL) || steps.isEmpty() || ServerFacts.isMariaDb(server().version())) {
            return "";
        }
        return steps.stream()
                .map(step -> "NO_INDEX(" + step.table().name() + ")")
                .distinct()
                .collect(Collectors.joining(" ", "/*+ SET_VAR(join_buffer_size=" + JOIN_BUFFER_BYTES + ") ", " */ "));
    }

    private QueryExpressionDSL<SelectModel> leadingKeys(SourceTable<?> table) {
        return select(tables.of(table.key().leading())).from(tables.of(table));
    }

    private KeySpans keys(Buildable<SelectModel> query) {
        return ask(
                ScalarMapper.class,
                mapper -> Cursors.read(mapper.keys(Rendered.select(query)), abandoning(KeySpans::ofKeys)));
    }

    private List<Long> numbers(Buildable<SelectModel> query) {
        return ask(ScalarMapper.class, mapper -> mapper.numbers(Rendered.select(query)));
    }

    private Optional<Long> scalar(Buildable<SelectModel> query) {
        return numbers(query).stream().filter(Objects::nonNull).findFirst();
    }

    private OpenSnapshot opened() {
        return failing(open::get);
    }

    private <M, T> T ask(Class<M> mapper, Function<M, T> question) {
        return asking(session -> question.apply(Mappers.of(session, mapper)));
    }

    // Waits until no other thread reads from here.
    private <T> T asking(Function<SqlSession, T> question) {
        SqlSession session = opened().session();
        inUse.lock();
        try {
            return failing(() -> question.apply(session));
        } finally {
            inUse.unlock();
        }
    }

    private <T> T failing(Supplier<T> question) {
        try {
            return failures.explaining(question);
        } catch (RuntimeException failure) {
            firstFailure.compareAndSet(null, failure);
            throw firstFailure.get();
        }
    }

    private <R, T> Function<Iterator<R>, T> abandoning(Function<Iterator<R>, T> reader) {
        return rows -> {
            try {
                return reader.apply(rows);
            } catch (RuntimeException | Error failure) {
                abandon();
                throw failure;
            }
        };
    }
}
