package dev.tidemark.engine;

import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.SourceReference;
import dev.tidemark.orm.SourceTable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Finds the rows that may differ since a watermark: those that say so, those that do not say when they changed, and
 * those that are completed from such rows, over any number of tables.
 */
public final class ChangeDetection {
    private final SourceScans scans;

    /** Change detection by these scans. */
    public ChangeDetection(SourceScans scans) {
        this.scans = scans;
    }

    /** Keys of the rows that {@code sync} has to read again. */
    public KeySet changedKeys(SourceSync<?, ?> sync, LocalDateTime since) {
        return changedKeys(sync.source(), sync.lookups(), since);
    }

    /** Keys of the rows of {@code table} that say that they changed, or do not say when. */
    public KeySet changedKeys(SourceTable<?> table, LocalDateTime since) {
        return scans.changedKeys(table, since);
    }

    private KeySet changedKeys(SourceTable<?> table, List<Lookup> lookups, LocalDateTime since) {
        KeySet changed = changedKeys(table, since);
        for (Lookup lookup : lookups) {
            KeySet changedThere = changedKeys(lookup.table(), lookup.lookups(), since);
            SourceReference reference = SourceReference.of(lookup.foreignKey(), lookup.table());
            changed = changed.union(scans.source().referringKeys(table, reference, changedThere));
        }
        return changed;
    }
}
