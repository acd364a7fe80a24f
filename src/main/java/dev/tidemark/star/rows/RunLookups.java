package dev.tidemark.star.rows;

import dev.tidemark.source.Snapshot;
import dev.tidemark.star.Lookups;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.RowTable;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import dev.tidemark.target.TargetSession;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** The lookups of one run, each read at its first use. Surrogate keys come from tables that are already level. */
public final class RunLookups implements Lookups {
    private final Snapshot source;
    private final TargetSession target;
    private final Map<SourceTable<?>, LongFunction<?>> rows = new IdentityHashMap<>();
    private final Map<TargetTable<?>, RowTable<Long>> keys = new IdentityHashMap<>();

    /** Lookups in this snapshot and this transaction. */
    public RunLookups(Snapshot source, TargetSession target) {
        this.source = source;
        this.target = target;
    }

    @Override
    public <R> LongFunction<R> rows(SourceTable<R> table) {
        // The table decides the type of its rows.
        @SuppressWarnings("unchecked")
        LongFunction<R> found = (LongFunction<R>) rows.computeIfAbsent(table, any -> read(source, table)::get);
        return found;
    }

    @Override
    public LongFunction<Long> surrogateKeys(TargetTable<?> table) {
        return keys.computeIfAbsent(table, target::surrogateKeys)::get;
    }

    /** All rows of {@code table} by key. */
    public static <R> RowTable<R> read(Snapshot source, SourceTable<R> table) {
        RowTable<R> found = new RowTable<>();
        return source.rows(table, KeySpans.ALL, all -> {
            Key last = null;
            while (all.hasNext()) {
                R row = all.next();
                last = table.requireAscending(last, row);
                found.add(last.leading(), row);
            }
            return found;
        });
    }
}
