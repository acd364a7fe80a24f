package dev.tidemark.spark.load;

import dev.tidemark.source.Snapshot;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.rows.RunLookups;
import dev.tidemark.table.KeyMap;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Lookups in one snapshot, each read at its first use. The surrogate key of a row is its natural key, so the keys of a
 * dimension are those of the source's table.
 */
public final class SnapshotLookups implements Lookups {
    private final Snapshot source;
    private final HeldLookups held = new HeldLookups();
    private final Set<String> tablesRead = new HashSet<>();

    /** Lookups in {@code source}. */
    public SnapshotLookups(Snapshot source) {
        this.source = source;
    }

    /** What was read so far. */
    public HeldLookups held() {
        return held;
    }

    /** The names of the source's tables that were read so far. */
    Set<String> tablesRead() {
        return tablesRead;
    }

    @Override
    public <R> LongFunction<R> rows(SourceTable<R> table) {
        if (!held.holds(table)) {
            held.hold(table, RunLookups.read(source, table));
            tablesRead.add(table.name());
        }
        return held.rows(table);
    }

    @Override
    public LongFunction<Long> surrogateKeys(TargetTable<?> table) {
        if (!held.holds(table)) {
            held.hold(table, keys(StarPlan.sync(table.name())));
        }
        return held.surrogateKeys(table);
    }

    private <S> KeyMap keys(SourceSync<S, ?> dimension) {
        tablesRead.add(dimension.source().name());
        return source.rows(dimension.source(), KeySpans.ALL, rows -> {
            KeyMap keys = KeyMap.empty();
            rows.forEachRemaining(row -> {
                long key = dimension.source().keyOf(row).leading();
                keys.put(key, key);
            });
            return keys;
        });
    }
}
