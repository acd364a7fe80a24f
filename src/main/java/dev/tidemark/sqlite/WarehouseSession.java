package dev.tidemark.sqlite;

import static org.mybatis.dynamic.sql.SqlBuilder.and;
import static org.mybatis.dynamic.sql.SqlBuilder.countFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.deleteFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.sql.Cursors;
import dev.tidemark.sql.Key;
import dev.tidemark.sql.KeyMap;
import dev.tidemark.sql.KeyPair;
import dev.tidemark.sql.KeySpans;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.ScalarMapper;
import dev.tidemark.sql.SeveralRows;
import dev.tidemark.sql.TargetTable;
import dev.tidemark.sql.UpsertStatements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.AndOrCriteriaGroup;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.delete.DeleteModel;
import org.mybatis.dynamic.sql.render.RenderingStrategies;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.util.Buildable;

/** One transaction of the warehouse. Rows are written in batches; a read sees what was written before it. */
public final class WarehouseSession {
    private static final int KEYS_A_STATEMENT = 1_000;

    private final SqlSession session;

    WarehouseSession(SqlSession session) {
        this.session = session;
    }

    /** A mapper that reads and writes within this transaction. */
    public <M> M mapper(Class<M> type) {
        return Mappers.of(session, type);
    }

    /** Sends what was written and not yet sent; returns the number of rows that it inserted, updated or deleted. */
    public long flush() {
        return session.flushStatements().stream()
                .flatMapToInt(result -> Arrays.stream(result.getUpdateCounts()))
                .sum();
    }

    /** Writes new rows; a natural key that is there already is an error. */
    public <T> void insert(TargetTable<T> target, List<T> rows) {
        UpsertStatements.register(session.getConfiguration(), target);
        String several = UpsertStatements.insertSeveralId(target);
        String single = UpsertStatements.insertId(target);
        int together = rows.size() - rows.size() % SeveralRows.COUNT;
        for (int first = 0; first < together; first += SeveralRows.COUNT) {
            session.insert(several, new SeveralRows<>(rows.subList(first, first + SeveralRows.COUNT)));
        }
        rows.subList(together, rows.size()).forEach(row -> session.insert(single, row));
        flush();
    }

    /** Writes rows with distinct natural keys over those that have them; touches only what differs. */
    public <T> void upsert(TargetTable<T> target, List<T> rows) {
        UpsertStatements.register(session.getConfiguration(), target);
        String statement = UpsertStatements.upsertId(target);
        rows.forEach(row -> session.insert(statement, row));
        flush();
    }

    /**
     * Empties a table that nothing refers to, and takes its indexes and triggers away until {@link #complete}: indexes
     * built in one go take a third of the time that they take row by row. The table is dropped and created anew, since
     * SQLite deletes row by row where there are foreign keys. All within this transaction.
     */
    public EmptiedTable empty(TargetTable<?> target) {
        long rows = countRows(target);
        SchemaMapper mapper = mapper(SchemaMapper.class);
        List<String> belongings = mapper.belongings(target.name());
        String table = mapper.table(target.name());
        mapper.drop(target.name());
        flush();
        mapper.execute(table);
        flush();
        return new EmptiedTable(rows, belongings);
    }

    /** Gives a table that was {@linkplain #empty emptied} its indexes and triggers back. */
    public void complete(EmptiedTable emptied) {
        SchemaMapper mapper = mapper(SchemaMapper.class);
        emptied.belongings().forEach(mapper::execute);
        flush();
    }

    /** Deletes the rows with these natural keys. */
    public void delete(TargetTable<?> target, List<Key> keys) {
        for (int first = 0; first < keys.size(); first += KEYS_A_STATEMENT) {
            List<Key> some = keys.subList(first, Math.min(keys.size(), first + KEYS_A_STATEMENT));
            delete(deleteFrom(target).where(target.key().isAnyOf(some)));
        }
    }

    /** Deletes the rows that {@code delete} finds; returns their number. */
    public long delete(Buildable<DeleteModel> delete) {
        mapper(ScalarMapper.class).delete(delete.build().render(RenderingStrategies.MYBATIS3));
        return flush();
    }

    /** The number of rows of the table. */
    public long countRows(SqlTable table) {
        return number(countFrom(table));
    }

    /** The single number that {@code query} finds. */
    public long number(Buildable<SelectModel> query) {
        return mapper(ScalarMapper.class).number(Rendered.select(query));
    }

    /** Surrogate keys by natural key, which is one column. */
    public KeyMap surrogateKeys(TargetTable<?> target) {
        return streamSurrogateKeys(target, KeyMap::collect);
    }

    /** Calls {@code reader} with all pairs of natural and surrogate key, ordered; they end with the call. */
    public <R> R streamSurrogateKeys(TargetTable<?> target, Function<Iterator<KeyPair>, R> reader) {
        return Cursors.read(
                mapper(ScalarMapper.class)
                        .pairs(Rendered.select(
                                select(
                                                target.key().leading().as("from_key"),
                                                target.requiredSurrogateKey().as("to_key"))
                                        .from(target)
                                        .orderBy(target.key().order()))),
                reader);
    }

    /** Calls {@code reader} with all rows of the table in key order; they end with the call. */
    public <T, R> R streamRows(TargetTable<T> target, Function<Iterator<T>, R> reader) {
        return streamRows(target, select(columns(target)).from(target).orderBy(target.key().order()), reader);
    }

    /** Calls {@code reader} with the rows that {@code query} finds; they end with the call. */
    public <T, R> R streamRows(TargetTable<T> target, Buildable<SelectModel> query, Function<Iterator<T>, R> reader) {
        return Cursors.read(target.rowType().select(session, Rendered.select(query)), reader);
    }

    /**
     * The rows, in key order, whose leading key is among {@code within} and whose key comes after the one and up to the
     * other.
     *
     * @param after null for the beginning
     * @param upTo null for the end
     */
    public <T> List<T> rows(TargetTable<T> target, KeySpans within, Key after, Key upTo) {
        List<T> rows = new ArrayList<>();
        // For several spans at once, in order, SQLite takes no index: it would read the whole table.
        within.stretches()
                .forEach(stretch -> streamRows(target, query(target, stretch, after, upTo), found -> {
                    found.forEachRemaining(rows::add);
                    return null;
                }));
        return rows;
    }

    private static Buildable<SelectModel> query(TargetTable<?> target, KeySpans within, Key after, Key upTo) {
        List<AndOrCriteriaGroup> bounds = new ArrayList<>();
        if (!within.isAll()) {
            bounds.add(and(within.contain(target.key().leading())));
        }
        if (after != null) {
            bounds.add(and(target.key().isAfter(after)));
        }
        if (upTo != null) {
            bounds.add(and(target.key().isUpTo(upTo)));
        }
        return select(columns(target))
                .from(target)
                .where(bounds)
                .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                .orderBy(target.key().order());
    }

    /** The columns of a row as its mapper reads them. */
    public static <T> List<SqlColumn<?>> columns(TargetTable<T> target) {
        return target.rowType().columns();
    }
}
