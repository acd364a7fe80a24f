package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.KeyMap;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.RowTable;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** The lookups of one run, each read when it is first needed. */
public final class RunLookups implements Lookups {
    private final SourceSnapshot source;
    private final WarehouseSession warehouse;
    private final VanishedRows vanished;
    private final Map<String, LongFunction<?>> rows = new HashMap<>();
    private final Map<String, KeyMap> keys = new HashMap<>();

    /** Lookups in this snapshot and this transaction; rows that vanished are not found. */
    public RunLookups(SourceSnapshot source, WarehouseSession warehouse, VanishedRows vanished) {
        this.source = source;
        this.warehouse = warehouse;
        this.vanished = vanished;
    }

    @Override
    public <R> LongFunction<R> rows(SourceTable<R> table) {
        // The table's name decides the type of its rows.
        @SuppressWarnings("unchecked")
        LongFunction<R> found = (LongFunction<R>) rows.computeIfAbsent(table.name(), name -> readRows(table));
        return found;
    }

    @Override
    public LongFunction<Long> surrogateKeys(TargetTable<?> table) {
        KeyMap found = keys.computeIfAbsent(table.name(), name -> warehouse.surrogateKeys(table));
        KeySet gone = vanished.of(table);
        return gone.isEmpty() ? found::get : key -> gone.contains(key) ? null : found.get(key);
    }

    /** Whether the rows of this table are in memory. */
    boolean hasRead(SourceTable<?> table) {
        return rows.containsKey(table.name());
    }

    private <R> LongFunction<R> readRows(SourceTable<R> table) {
        RowTable<R> found = new RowTable<>();
        source.read(table, KeySet.ALL, batch -> batch.forEach(row -> found.add(table.keyOf().applyAsLong(row), row)));
        return found::get;
    }
}
