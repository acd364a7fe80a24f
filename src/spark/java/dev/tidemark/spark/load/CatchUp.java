package dev.tidemark.spark.load;

import dev.tidemark.run.Counts;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.RowDifferences;
import dev.tidemark.spark.lake.TableWriter;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.change.StaleRows;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.TargetTable;
import java.util.List;

/**
 * Brings the rows of a base to the state of one snapshot: rows that may be stale are read again, and those that differ
 * are replaced.
 *
 * @param lake the folder of the lake
 * @param source the snapshot
 * @param base the rows
 * @param changes the differences between the base and the snapshot
 * @param lookups the lookups of mappings, in the snapshot
 * @param comparison tells which rows differ
 * @param replacement replaces them
 */
record CatchUp(
        LakeFolder lake,
        Snapshot source,
        Base base,
        BaseChanges changes,
        SnapshotLookups lookups,
        RowComparison comparison,
        Replacement replacement) {
    /**
     * The files of a table in the state of the snapshot.
     *
     * @param files the files
     * @param counts what was done with rows
     */
    record Level(List<DataFile> files, Counts counts) {
        /** The number of rows. */
        long rows() {
            return files.stream().mapToLong(DataFile::rows).sum();
        }

        /** The same for readers, who need a file even of a table without a row. */
        Level readable(LakeFolder lake, TargetTable<?> table) {
            return new Level(TableWriter.readable(lake, StarPlan.lakeTable(table), files), counts);
        }
    }

    /** Brings a table to the state of the snapshot. */
    Level level(SourceSync<?, ?> sync) {
        List<DataFile> before = base.files(sync.name());
        KeySpans stale = StaleRows.of(sync, source, changes::of);
        TableReader.Rows fresh = stale.isEmpty()
                ? new TableReader.Rows(List.of(), 0)
                : new TableReader(lake, source, lookups).rows(sync, stale);
        RowDifferences differences = comparison.of(sync.name(), before, stale, fresh.files());
        return new Level(
                replacement.replace(sync.name(), before, differences.keys(stale), fresh.files()),
                differences.counts().plus(new Counts(fresh.read(), 0, 0, 0, 0)));
    }
}
