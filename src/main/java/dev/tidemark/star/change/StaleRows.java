package dev.tidemark.star.change;

import dev.tidemark.source.Snapshot;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.SourceTable;
import java.util.function.Function;

/** The rows of the star that changes of the source made stale. */
public final class StaleRows {
    private StaleRows() {}

    /**
     * Leading keys of the rows of {@code sync} that may be stale: their source rows changed, or rows they depend on.
     *
     * @param source finds the rows that refer to changed ones
     * @param changes the changes of each table
     */
    public static KeySpans of(
            SourceSync<?, ?> sync, Snapshot source, Function<SourceTable<?>, TableChanges> changes) {
        KeySpans own = changes.apply(sync.source()).content();
        return sync.dependencies()
                .map(dependency -> {
                    TableChanges changed = changes.apply(dependency.path().table());
                    KeySpans keys = dependency.onKeyAlone() ? changed.keys() : changed.content();
                    return source.referringKeys(sync.source(), dependency.path(), keys);
                })
                .reduce(KeySpans.NONE, KeySpans::union)
                .union(own);
    }
}
