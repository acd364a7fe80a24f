package dev.tidemark.keys;

import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseDatabase;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.engine.SyncPlan;
import dev.tidemark.engine.TableSync;
import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.orm.KeyPair;
import dev.tidemark.orm.ScalarMapper;
import dev.tidemark.orm.TargetTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.ibatis.cursor.Cursor;

/** Reads the keys of the tables that keep surrogate keys: those that others refer to. */
public final class KeyReader {
    private final WarehouseDatabase warehouse;
    private final List<TargetTable<?>> tables;

    /** A reader of {@code warehouse}. */
    public KeyReader(WarehouseDatabase warehouse, SyncPlan plan) {
        this.warehouse = warehouse;
        this.tables = plan.tables().stream()
                .<TargetTable<?>>map(TableSync::target)
                .filter(table -> table.surrogateKey().isPresent())
                .toList();
    }

    /**
     * Hands each row's keys to {@code next}, by table and natural key, from one state of the warehouse; returns their
     * number.
     *
     * @param name the one table to read; empty for all. One that keeps no surrogate keys is a usage failure
     */
    public long read(Optional<String> name, Consumer<KeyEntry> next) {
        List<TargetTable<?>> wanted = name.map(this::named).map(List::<TargetTable<?>>of).orElse(tables);
        return warehouse.read(session ->
                wanted.stream().mapToLong(table -> read(session, table, next)).sum());
    }

    private TargetTable<?> named(String name) {
        List<String> names = tables.stream().map(TargetTable::name).toList();
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> TidemarkException.usage(
                        "No table with surrogate keys: \"" + name + "\"; there are " + String.join(", ", names),
                        NearestName.to(name, names)));
    }

    private static long read(WarehouseSession session, TargetTable<?> table, Consumer<KeyEntry> next) {
        try (Cursor<KeyPair> pairs = session.mapper(ScalarMapper.class)
                .pairs(SourceSnapshot.rendered(
                        select(table.key().value().as("from_key"), table.requiredSurrogateKey().as("to_key"))
                                .from(table.table())
                                .orderBy(table.key().order())))) {
            long rows = 0;
            for (KeyPair pair : pairs) {
                next.accept(new KeyEntry(table.name(), pair.fromKey(), pair.toKey()));
                rows++;
            }
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
