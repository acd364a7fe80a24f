package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.KeyMap;
import dev.tidemark.orm.KeySpans;
import dev.tidemark.orm.RowTable;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** The lookups of one run, each read when it is first needed; surrogate keys are those of tables that are level. */
public final class RunLookups implements Lookups {
    private final SourceSnapshot source;
    private final WarehouseSession warehouse;
    private final Map<SourceTable<?>, LongFunction<?>> rows = new IdentityHashMap<>();
    private final Map<TargetTable<?>, KeyMap> keys = new IdentityHashMap<>();

    /** Lookups in this snapshot and this transaction. */
    public RunLookups(SourceSnapshot source, WarehouseSession warehouse) {
        this.source = source;
        this.warehouse = warehouse;
    }

    @Override
    public <R> LongFunction<R> rows(SourceTable<R> table) {
        // The table decides the type of its rows.
        @SuppressWarnings("unchecked")
        LongFunction<R> found = (LongFunction<R>) rows.computeIfAbsent(table, any -> readRows(table));
        return found;
    }

    @Override
    public LongFunction<Long> surrogateKeys(TargetTable<?> table) {
        return keys.computeIfAbsent(table, warehouse::surrogateKeys)::get;
    }

    private <R> LongFunction<R> readRows(SourceTable<R> table) {
        RowTable<R> found = new RowTable<>();
        return source.rows(table, KeySpans.ALL, all -> {
            all.forEachRemaining(row -> found.add(table.keyOf(row).leading(), row));
            return found::get;
        });
    }
}
