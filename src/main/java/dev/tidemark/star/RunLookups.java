package dev.tidemark.star;

import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.sql.Key;
import dev.tidemark.sql.KeyMap;
import dev.tidemark.sql.KeySpans;
import dev.tidemark.sql.RowTable;
import dev.tidemark.sql.SourceTable;
import dev.tidemark.sql.TargetTable;
import dev.tidemark.sqlite.WarehouseSession;
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
            Key last = null;
            while (all.hasNext()) {
                R row = all.next();
                last = table.requireAscending(last, row);
                found.add(last.leading(), row);
            }
            return found::get;
        });
    }
}
