package dev.tidemark.database;

import static org.mybatis.dynamic.sql.SqlBuilder.countFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.deleteFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.orm.KeyFingerprint;
import dev.tidemark.orm.KeyMap;
import dev.tidemark.orm.KeyPair;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.ScalarMapper;
import dev.tidemark.orm.SeveralRows;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.orm.UpsertStatements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.delete.DeleteModel;
import org.mybatis.dynamic.sql.render.RenderingStrategies;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.Buildable;

/** One transaction of the warehouse. Rows are written in batches; a read sees what was written before it. */
public final class WarehouseSession {
    private static final int KEYS_A_STATEMENT = 1_000;

    private final SqlSession session;
    private final Map<String, KeyFingerprint> fingerprints = new HashMap<>();

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
    public <T> Changes insert(TargetTable<T> target, List<T> rows) {
        UpsertStatements.register(session.getConfiguration(), target);
        String several = UpsertStatements.insertSeveralId(target);
        String single = UpsertStatements.insertId(target);
        int together = rows.size() - rows.size() % SeveralRows.COUNT;
        for (int first = 0; first < together; first += SeveralRows.COUNT) {
            session.insert(several, new SeveralRows<>(rows.subList(first, first + SeveralRows.COUNT)));
        }
        rows.subList(together, rows.size()).forEach(row -> session.insert(single, row));
        flush();
        fingerprints.remove(target.name());
        return new Changes(rows.size(), 0, 0);
    }

    /** Writes rows with distinct natural keys over those that have them; touches only what differs. */
    public <T> Changes upsert(TargetTable<T> target, List<T> rows) {
        List<Long> keys = rows.stream().map(row -> target.keyOf().applyAsLong(row)).toList();
        long known = keys.isEmpty() ? 0 : number(countFrom(target.table()).where(target.key().isAnyOf(keys)));
        UpsertStatements.register(session.getConfiguration(), target);
        String statement = UpsertStatements.upsertId(target);
        rows.forEach(row -> session.insert(statement, row));
        long written = flush();
        long inserted = rows.size() - known;
        if (inserted > 0) {
            fingerprints.remove(target.name());
        }
        return new Changes(inserted, written - inserted, rows.size() - written);
    }

    /**
     * Empties a table that nothing refers to, and takes its indexes and triggers away until {@link #complete}: indexes
     * built in one go take a third of the time that they take row by row. The table is dropped and created anew, since
     * SQLite deletes row by row where there are foreign keys. All within this transaction.
     */
    public EmptiedTable empty(TargetTable<?> target) {
        long rows = countRows(target.table());
        SchemaMapper mapper = mapper(SchemaMapper.class);
        List<String> belongings = mapper.belongings(target.name());
        String table = mapper.table(target.name());
        mapper.drop(target.name());
        flush();
        mapper.execute(table);
        flush();
        fingerprints.remove(target.name());
        return new EmptiedTable(rows, belongings);
    }

    /** Gives a table that was {@linkplain #empty emptied} its indexes and triggers back. */
    public void complete(EmptiedTable emptied) {
        SchemaMapper mapper = mapper(SchemaMapper.class);
        emptied.belongings().forEach(mapper::execute);
        flush();
    }

    /** Deletes the rows with these natural keys; returns their number. */
    public long delete(TargetTable<?> target, KeySet keys) {
        return keys.chunks(KEYS_A_STATEMENT)
                .mapToLong(chunk -> delete(deleteFrom(target.table()).where(target.key().isAnyOf(chunk))))
                .sum();
    }

    /** Deletes the rows that {@code delete} finds; returns their number. */
    public long delete(Buildable<DeleteModel> delete) {
        fingerprints.clear();
        mapper(ScalarMapper.class).delete(delete.build().render(RenderingStrategies.MYBATIS3));
        return flush();
    }

    /** The number of rows of the table. */
    public long countRows(SqlTable table) {
        return number(countFrom(table));
    }

    /** The single number that {@code query} finds. */
    public long number(Buildable<SelectModel> query) {
        return mapper(ScalarMapper.class).number(SourceSnapshot.rendered(query));
    }

    /** Surrogate keys by natural key. */
    public KeyMap surrogateKeys(TargetTable<?> target) {
        return streamSurrogateKeys(target, KeyMap::collect);
    }

    /** Calls {@code reader} with all pairs of natural and surrogate key, ordered; they end with the call. */
    public <R> R streamSurrogateKeys(TargetTable<?> target, Function<Iterator<KeyPair>, R> reader) {
        return stream(
                mapper(ScalarMapper.class)
                        .pairs(SourceSnapshot.rendered(
                                select(target.key().value().as("from_key"), target.requiredSurrogateKey().as("to_key"))
                                        .from(target.table())
                                        .orderBy(target.key().order()))),
                reader);
    }

    /** Surrogate keys of the rows with these natural keys. */
    public KeySet surrogateKeys(TargetTable<?> target, KeySet keys) {
        return keys.chunks(KEYS_A_STATEMENT)
                .map(chunk -> stream(
                        mapper(ScalarMapper.class)
                                .keys(SourceSnapshot.rendered(select(target.requiredSurrogateKey())
                                        .from(target.table())
                                        .where(target.key().isAnyOf(chunk)))),
                        KeySet::collect))
                .reduce(KeySet.none(), KeySet::union);
    }

    /** Natural keys of the rows whose column {@code reference} holds one of {@code values}. */
    public KeySet referringKeys(TargetTable<?> target, SqlColumn<Long> reference, KeySet values) {
        return values.chunks(KEYS_A_STATEMENT)
                .map(chunk -> stream(
                        mapper(ScalarMapper.class)
                                .keys(SourceSnapshot.rendered(select(target.key().value().as("from_key"))
                                        .from(target.table())
                                        .where(reference, isIn(chunk)))),
                        KeySet::collect))
                .reduce(KeySet.none(), KeySet::union);
    }

    /** Calls {@code reader} with the keys that {@code query} finds; they end with the call. */
    public <R> R streamKeys(SelectStatementProvider query, Function<Iterator<Long>, R> reader) {
        return stream(mapper(ScalarMapper.class).keys(query), reader);
    }

    /** Calls {@code reader} with all rows of the table in key order; they end with the call. */
    public <T, R> R streamRows(TargetTable<T> target, Function<Iterator<T>, R> reader) {
        return streamRows(target, select(columns(target)).from(target.table()).orderBy(target.key().order()), reader);
    }

    /** Calls {@code reader} with the rows that {@code query} finds; they end with the call. */
    public <T, R> R streamRows(TargetTable<T> target, Buildable<SelectModel> query, Function<Iterator<T>, R> reader) {
        return stream(mapper(target.mapper()).select(SourceSnapshot.rendered(query)), reader);
    }

    /** The fingerprint of the table's natural keys: a pass over the table, unless they are as when last asked. */
    public KeyFingerprint fingerprint(TargetTable<?> target) {
        return fingerprints.computeIfAbsent(
                target.name(),
                name -> mapper(ScalarMapper.class).fingerprint(target.keyQueries().fingerprint()));
    }

    /** The columns of a row as its mapper reads them. */
    public static <T> List<SqlColumn<?>> columns(TargetTable<T> target) {
        return target.columns().stream().<SqlColumn<?>>map(TargetColumn::column).toList();
    }

    private static <R, T> T stream(Cursor<R> rows, Function<Iterator<R>, T> reader) {
        try (rows) {
            return reader.apply(rows.iterator());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
