package dev.tidemark.spark.load;

import dev.tidemark.run.state.TableRecord;
import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.TableMark;
import dev.tidemark.spark.lake.SourceState;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The state of a table of the source that rows were made from.
 *
 * @param table what is known of it
 * @param ranges its fingerprints, read when they are asked for
 * @param stored where a version of the lake holds them; empty if none does
 */
public record KnownTable(TableRecord table, Supplier<HeldFingerprints> ranges, Optional<SourceState> stored) {
    /**
     * The state of a table with these fingerprints.
     *
     * @param id the number of the table
     * @param source the snapshot that they are from, or an earlier one
     */
    static KnownTable of(long id, FingerprintedTable table, HeldFingerprints ranges, Snapshot source) {
        long rows = 0;
        String lastUpdate = null;
        for (Iterator<RangeFingerprint> all = ranges.iterator(); all.hasNext(); ) {
            RangeFingerprint range = all.next();
            rows += range.rows();
            lastUpdate = RangeFingerprint.later(lastUpdate, range.lastUpdate());
        }
        TableRecord unmarked = new TableRecord(
                id, table.name(), table.description(), rows, lastUpdate, source.takenAt(), null, null);
        TableRecord record = mark(table, source).map(unmarked::withMark).orElse(unmarked);
        return new KnownTable(record, () -> ranges, Optional.empty());
    }

    /** The mark of a table in a snapshot, where there is one. */
    static Optional<TableMark> mark(FingerprintedTable table, Snapshot source) {
        return source.marks().stream().filter(mark -> mark.table().equals(table.name())).findFirst();
    }
}
