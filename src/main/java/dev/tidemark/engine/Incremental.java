package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.books.SyncState;
import dev.tidemark.database.SourceDatabase;
import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.orm.KeySet;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the rows that may differ: those that changed since the table's watermark or are completed from such rows, those
 * that refer to rows which vanished, those that only one side has, and those that refer to other rows than they did.
 *
 * @param states the watermarks, by table
 */
record Incremental(Map<String, SyncState> states) implements LoadStrategy {
    @Override
    public <R> R snapshot(SourceDatabase source, SyncPlan plan, Function<SourceSnapshot, R> reader) {
        return source.snapshot(SourceScans.areWorthTwins(plan, states), reader);
    }

    @Override
    public AskingAhead begin(SourceScans scans, SyncPlan plan) {
        return scans.askAhead(plan, states);
    }

    @Override
    public void prepare(Load load) {
        load.readFingerprintsUntilOpen();
    }

    @Override
    public Counts load(Load load, SourceSync<?, ?> sync) {
        LocalDateTime since = states.get(sync.name()).watermark();
        KeySet rows = load.changedKeys(sync, since).union(load.referringToVanished(sync));
        Counts counts = load.upsert(sync, rows).plus(load.levelKeys(sync));
        KeySet moved = load.moved(sync, since);
        return counts.plus(load.upsert(sync, moved));
    }
}
