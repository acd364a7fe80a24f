package dev.tidemark.star.load;

import dev.tidemark.run.state.SyncState;
import dev.tidemark.source.Snapshot;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.change.SourceChanges;
import dev.tidemark.table.KeySpans;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;

/** The rows that a load reads, as leading keys in the source for each table of the target. */
sealed interface RowSelection {
    /** The leading keys of the rows of {@code sync} to read. */
    KeySpans of(SourceSync<?, ?> sync);

    /**
     * The selection of a load with these options.
     *
     * @param states how far the tables are level, by name
     * @param lookBack how far before the last snapshot a timestamp counts as recent
     */
    static RowSelection of(
            LoadOptions options,
            Snapshot source,
            SourceChanges changes,
            Map<String, SyncState> states,
            Duration lookBack) {
        RowSelection usual = switch (options.mode()) {
            case FULL, DEEP -> new EveryRow();
            case CONTENT -> new ChangedContent(changes, states);
            case TIMESTAMPS -> new ChangedTimestamps(source, states, lookBack);
        };
        return options.since().<RowSelection>map(since -> new AlsoSince(usual, source, since)).orElse(usual);
    }

    /** All rows. */
    record EveryRow() implements RowSelection {
        @Override
        public KeySpans of(SourceSync<?, ?> sync) {
            return KeySpans.ALL;
        }
    }

    /**
     * Rows whose content changed, rows that depend on them, and all rows of a table that was never loaded.
     *
     * @param states the states of the tables after their last load, by name
     */
    record ChangedContent(SourceChanges changes, Map<String, SyncState> states) implements RowSelection {
        @Override
        public KeySpans of(SourceSync<?, ?> sync) {
            return SyncState.loaded(states, sync.name()).isPresent() ? changes.staleRows(sync) : KeySpans.ALL;
        }
    }

    /**
     * Rows with a recent timestamp, rows that take content from them, and all rows of a table that was never loaded.
     *
     * @param states the states of the tables after their last load, by name
     * @param lookBack how far before the last snapshot a timestamp counts as recent
     */
    record ChangedTimestamps(Snapshot source, Map<String, SyncState> states, Duration lookBack)
            implements RowSelection {
        @Override
        public KeySpans of(SourceSync<?, ?> sync) {
            return SyncState.loaded(states, sync.name())
                    .map(state -> changedSince(source, sync, state.snapshotAt().minus(lookBack)))
                    .orElse(KeySpans.ALL);
        }
    }

    /**
     * The rows of another selection, rows with a timestamp of {@code since} or later, and rows that take content from
     * them.
     *
     * @param since the earliest timestamp, UTC by the source's clock
     */
    record AlsoSince(RowSelection others, Snapshot source, LocalDateTime since) implements RowSelection {
        @Override
        public KeySpans of(SourceSync<?, ?> sync) {
            return others.of(sync).union(changedSince(source, sync, since));
        }
    }

    private static KeySpans changedSince(Snapshot source, SourceSync<?, ?> sync, LocalDateTime since) {
        return sync.dependencies()
                .filter(dependency -> !dependency.onKeyAlone())
                .map(dependency -> source.referringSince(sync.source(), dependency.path(), since))
                .reduce(source.changedSince(sync.source(), since), KeySpans::union);
    }
}
