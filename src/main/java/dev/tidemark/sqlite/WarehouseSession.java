package dev.tidemark.sqlite;

import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.countFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.deleteFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotNull;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.sum;

import dev.tidemark.sql.Conditions;
import dev.tidemark.sql.Cursors;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.RowReader;
import dev.tidemark.sql.RuntimeMapper;
import dev.tidemark.sql.RuntimeRows;
import dev.tidemark.sql.ScalarMapper;
import dev.tidemark.sql.SeveralRows;
import dev.tidemark.sql.SqlTables;
import dev.tidemark.sql.TotalMapper;
import dev.tidemark.sql.UpsertStatements;
import dev.tidemark.table.Column;
import dev.tidemark.table.GroupTotal;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeyPair;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import dev.tidemark.table.TargetTable;
import dev.tidemark.target.EmptiedTable;
import dev.tidemark.target.Orphan;
import dev.tidemark.target.TargetSession;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.AndOrCriteriaGroup;
import org.mybatis.dynamic.sql.BasicColumn;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.VisitableCondition;
import org.mybatis.dynamic.sql.render.RenderingStrategies;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.util.Buildable;

/** One transaction of the warehouse. Rows are written in batches. */
public final class WarehouseSession implements TargetSession {
    private static final int KEYS_A_STATEMENT = 1_000;
    private static final int MOST_ORPHANS = 100;
    private static final String NO_FAULT = "ok";

    private final SqlSession session;
    private final WarehouseDatabase database;
    private final boolean checksAtCommit;
    private final SqlTables tables = new SqlTables();
    private final Conditions conditions = new Conditions(tables);
    private boolean kept;

    /**
     * A transaction on {@code session}, which it closes; {@code database} lets its commits through.
     *
     * @param checksAtCommit whether a commit checks the foreign keys, because SQLite does not
     */
    WarehouseSession(SqlSession session, WarehouseDatabase database, boolean checksAtCommit) {
        this.session = session;
        this.database = database;
        this.checksAtCommit = checksAtCommit;
    }

    @Override
    public <T> void insert(TargetTable<T> table, List<T> rows) {
        writing(() -> {
            UpsertStatements.register(session.getConfiguration(), table);
            String several = UpsertStatements.insertSeveralId(table);
            String single = UpsertStatements.insertId(table);
            int together = rows.size() - rows.size() % SeveralRows.COUNT;
            if (together > 0) {
                session.insert(several, new SeveralRows<>(rows.subList(0, together)));
            }
            rows.subList(together, rows.size()).forEach(row -> session.insert(single, row));
        });
    }

    @Override
    public <T> void upsert(TargetTable<T> table, List<T> rows) {
        writing(() -> {
            UpsertStatements.register(session.getConfiguration(), table);
            String statement = UpsertStatements.upsertId(table);
            rows.forEach(row -> session.insert(statement, row));
        });
    }

    @Override
    public void delete(TargetTable<?> table, List<Key> keys) {
        keys.stream().gather(Gatherers.windowFixed(KEYS_A_STATEMENT)).forEach(some -> writing(
                () -> mapper(ScalarMapper.class)
                        .delete(deleteFrom(tables.of(table))
                                .where(conditions.isAnyOf(table.key(), some))
                                .build()
                                .render(RenderingStrategies.MYBATIS3))));
    }

    /**
     * {@inheritDoc} Its indexes and triggers are dropped until the completion: building an index at once takes a third
     * of the time of updating it row by row. The table is dropped and created anew, because SQLite deletes row by row
     * if there are foreign keys.
     */
    @Override
    public EmptiedTable empty(TargetTable<?> table) {
        long rows = countRows(table);
        return asking(() -> {
            SchemaMapper schema = mapper(SchemaMapper.class);
            List<String> belongings = schema.belongings(table.name());
            String created = schema.table(table.name());
            writing(() -> schema.drop(table.name()));
            writing(() -> schema.execute(created));
            return new EmptiedTable(rows, () -> writing(() -> belongings.forEach(schema::execute)));
        });
    }

    @Override
    public long countRows(TargetTable<?> table) {
        return asking(() -> mapper(ScalarMapper.class).number(Rendered.select(countFrom(tables.of(table)))));
    }

    @Override
    public <R> R streamSurrogateKeys(TargetTable<?> table, Function<Iterator<KeyPair>, R> reader) {
        return asking(() -> Cursors.read(
                mapper(ScalarMapper.class)
                        .pairs(Rendered.select(
                                select(
                                                tables.of(table.key().leading()).as("from_key"),
                                                tables.of(table.requiredSurrogateKey()).as("to_key"))
                                        .from(tables.of(table))
                                        .orderBy(tables.order(table.key().columns())))),
                reader));
    }

    @Override
    public <T, R> R streamRows(TargetTable<T> table, Scope scope, Function<Iterator<T>, R> reader) {
        return stream(table, conditions.within(table, scope), reader);
    }

    @Override
    public <T> List<T> rows(TargetTable<T> table, KeySpans within, Key after, Key upTo) {
        List<T> rows = new ArrayList<>();
        // For an ordered query of several spans, SQLite would use no index and read the whole table.
        within.stretches().forEach(stretch -> {
            Stream<AndOrCriteriaGroup> where = Stream.concat(
                    conditions.within(table, stretch).stream(), conditions.between(table, after, upTo).stream());
            rows.addAll(stream(table, where.toList(), WarehouseSession::listed));
        });
        return rows;
    }

    @Override
    public <T> List<T> lastRows(TargetTable<T> table, int most) {
        return read(
                table,
                select(tables.rowColumns(table))
                        .from(tables.of(table))
                        .orderBy(tables.of(table.key().leading()).descending())
                        .limit(most),
                WarehouseSession::listed);
    }

    @Override
    public long sumOf(Column<Long> column) {
        return asking(() -> mapper(ScalarMapper.class)
                .numbers(Rendered.select(select(sum(tables.of(column))).from(tables.of(column.table())))).stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum());
    }

    @Override
    public OptionalLong firstFrom(Column<Long> column, long least) {
        SqlColumn<Long> value = tables.of(column);
        return first(value, isGreaterThanOrEqualTo(least), value);
    }

    @Override
    public OptionalLong last(Column<Long> column) {
        SqlColumn<Long> value = tables.of(column);
        return first(value, isNotNull(), value.descending());
    }

    private OptionalLong first(SqlColumn<Long> value, VisitableCondition<Long> condition, SortSpecification order) {
        return asking(() -> mapper(ScalarMapper.class)
                .numbers(Rendered.select(
                        select(value).from(value.table()).where(value, condition).orderBy(order).limit(1)))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst());
    }

    @Override
    public List<GroupTotal> totals(
            TargetTable<?> table,
            Column<Long> reference,
            TargetTable<?> dimension,
            Optional<Column<Long>> amount,
            Scope scope) {
        SqlTable other = tables.of(dimension);
        SqlColumn<Long> group = tables.of(dimension.key().leading());
        BasicColumn summed = amount.<BasicColumn>map(column -> sum(tables.of(column))).orElse(constant("0"));
        Buildable<SelectModel> query = select(
                        group.as("first_group"),
                        constant("null").as("second_group"),
                        count().as("row_count"),
                        summed.as("amount"))
                .from(tables.of(table))
                .leftJoin(other, on(tables.of(reference), equalTo(tables.of(dimension.requiredSurrogateKey()))))
                .where(conditions.within(table, scope))
                .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                .groupBy(group);
        return asking(() -> mapper(TotalMapper.class).totals(Rendered.select(query)).stream()
                .map(line -> new GroupTotal(line.group(), line.rows(), line.amountOrZero()))
                .toList());
    }

    @Override
    public void refreshStatistics(boolean all) {
        PragmaMapper pragmas = mapper(PragmaMapper.class);
        asking(pragmas::sampleForStatistics);
        writing(all ? pragmas::analyze : pragmas::optimize);
    }

    @Override
    public List<Orphan> orphans() {
        return orphans(key -> true).limit(MOST_ORPHANS).toList();
    }

    @Override
    public Optional<Orphan> orphanOf(TargetTable<?> table) {
        return orphans(key -> key.child().equals(table.name())).findFirst();
    }

    // SQLite does not tell names in capital letters from others.
    @Override
    public boolean isReferredTo(TargetTable<?> table) {
        return asking(() -> mapper(SchemaMapper.class).foreignKeys()).stream()
                .anyMatch(key -> key.parent().equalsIgnoreCase(table.name()));
    }

    // SQLite's own check names the rows, but is slow: it runs only for tables that may have orphans.
    private Stream<Orphan> orphans(Predicate<ForeignKey> chosen) {
        return asking(() -> mapper(SchemaMapper.class).foreignKeys()).stream()
                .filter(chosen)
                .filter(key -> asking(() -> key.mayHaveOrphans(mapper(ScalarMapper.class))))
                .map(ForeignKey::child)
                .distinct()
                .flatMap(child -> asking(() -> mapper(PragmaMapper.class).orphansOf(child)).stream());
    }

    @Override
    public List<String> faults() {
        return asking(() -> mapper(PragmaMapper.class).faults().stream()
                .filter(fault -> !fault.equals(NO_FAULT))
                .toList());
    }

    @Override
    public void commit() {
        commit(false);
    }

    @Override
    public void complete() {
        commit(true);
    }

    private void commit(boolean last) {
        if (checksAtCommit) {
            orphans().stream().findFirst().ifPresent(orphan -> {
                throw database.failures().orphaned(orphan);
            });
        }
        asking(() -> {
            database.pass(session::commit, last);
            kept = true;
            return null;
        });
    }

    @Override
    public void close() {
        asking(() -> {
            try (session) {
                if (!kept) {
                    session.rollback(true);
                }
            }
            return null;
        });
    }

    private <T, R> R stream(TargetTable<T> table, List<AndOrCriteriaGroup> where, Function<Iterator<T>, R> reader) {
        return read(
                table,
                select(tables.rowColumns(table))
                        .from(tables.of(table))
                        .where(where)
                        .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                        .orderBy(tables.order(table.keyColumns())),
                reader);
    }

    private <T, R> R read(TargetTable<T> table, Buildable<SelectModel> query, Function<Iterator<T>, R> reader) {
        return asking(() -> RowReader.read(session, table, Rendered.select(query), reader));
    }

    private static <T> List<T> listed(Iterator<T> rows) {
        List<T> list = new ArrayList<>();
        rows.forEachRemaining(list::add);
        return list;
    }

    /** The mapper of statements about tables without a declaration, in this transaction. */
    public RuntimeMapper runtime() {
        RuntimeRows.register(session.getConfiguration(), ResultSet::getObject);
        return mapper(RuntimeMapper.class);
    }

    private <M> M mapper(Class<M> type) {
        return Mappers.of(session, type);
    }

    /** Sends the statements of {@code work} at once; a failure of SQLite becomes a failure of the file. */
    public void writing(Runnable work) {
        asking(() -> {
            work.run();
            return session.flushStatements();
        });
    }

    /** The answer to {@code question}; a failure of SQLite becomes a failure of the file. */
    public <R> R asking(Supplier<R> question) {
        return database.failures().explaining(question);
    }
}
