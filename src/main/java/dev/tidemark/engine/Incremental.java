package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.books.SyncState;
import dev.tidemark.orm.KeySet;
import java.util.Map;

/**
 * Reads the rows that may differ: those that changed since the table's watermark or are completed from such rows, those
 * that refer to rows which vanished, and those that only one side has.
 *
 * @param changes finds changed rows
 * @param states the watermarks, by table
 */
record Incremental(ChangeDetection changes, Map<String, SyncState> states) implements LoadStrategy {
    @Override
    public Counts load(Load load, SourceSync<?, ?> sync) {
        KeySet changed = changes.changedKeys(sync, states.get(sync.name()).watermark());
        KeySet rows = changed.union(load.referringToVanished(sync));
        return load.upsert(sync, rows).plus(load.levelKeys(sync));
    }
}
