package dev.tidemark.spark.load;

import dev.tidemark.run.Counts;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.TableWriter;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.change.StaleRows;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the rows of a base to the state of one snapshot: rows that may be stale are read again, and the files that hold
 * such rows are written anew without them.
 *
 * @param tasks runs the tasks
 * @param lake the folder of the lake
 * @param source the snapshot
 * @param base the rows
 * @param changes the differences between the base and the snapshot
 * @param lookups the lookups of mappings, in the snapshot
 * @param comparison tells which of the stale rows differ; empty if nobody asks
 */
record CatchUp(
        Tasks tasks,
        LakeFolder lake,
        Snapshot source,
        Base base,
        BaseChanges changes,
        SnapshotLookups lookups,
        Optional<RowComparison> comparison) {
    /**
     * The files of a table in the state of the snapshot.
     *
     * @param files the files
     * @param counts what was done with rows; without a comparison, replaced rows count as deleted and inserted
     */
    record Level(List<DataFile> files, Counts counts) {
        /** The same for readers, who need a file even of a table without a row. */
        Level readable(LakeFolder lake, TargetTable<?> table) {
            return new Level(TableWriter.readable(lake, StarPlan.lakeTable(table), files), counts);
        }
    }

    /** Brings a table to the state of the snapshot. */
    Level level(SourceSync<?, ?> sync) {
        List<DataFile> before = base.files(sync.name());
        KeySpans stale = StaleRows.of(sync, source, changes::of);
        if (stale.isEmpty()) {
            return new Level(before, Counts.NONE);
        }
        TableReader.Rows fresh = new TableReader(lake, source, lookups).rows(sync, stale);
        List<DataFile> touched = before.stream().filter(file -> file.mayHold(stale)).toList();
        Counts read = new Counts(fresh.read(), 0, 0, 0, 0);
        Optional<Counts> compared =
                comparison.map(rows -> rows.of(sync.target(), touched, stale, fresh.files()).plus(read));
        if (compared.filter(counts -> counts.written() == 0).isPresent()) {
            return new Level(before, compared.get());
        }
        List<DataFile> files = new ArrayList<>(before);
        files.removeAll(touched);
        files.addAll(without(sync, touched, stale));
        long kept = rows(files);
        files.addAll(fresh.files());
        return new Level(
                List.copyOf(files),
                compared.orElseGet(() -> new Counts(fresh.read(), rows(fresh.files()), 0, rows(before) - kept, 0)));
    }

    private List<DataFile> without(SourceSync<?, ?> sync, List<DataFile> files, KeySpans keys) {
        return tasks.run(files, files.size(), keys, sent -> new RewriteTask(lake, sync.name(), sent));
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::rows).sum();
    }
}
