package dev.tidemark.spark.load;

import dev.tidemark.run.Counts;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.change.StaleRows;
import dev.tidemark.table.KeySpans;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Brings the rows of a base to the state of one snapshot: rows that may be stale are read again, and the files that hold
 * such rows are written anew without them.
 *
 * @param spark runs the tasks
 * @param lake the folder of the lake
 * @param source the snapshot
 * @param base the rows
 * @param changes the differences between the base and the snapshot
 * @param lookups the lookups of mappings, in the snapshot
 */
record CatchUp(
        JavaSparkContext spark,
        LakeFolder lake,
        Snapshot source,
        Base base,
        BaseChanges changes,
        SnapshotLookups lookups) {
    /**
     * The files of a table in the state of the snapshot.
     *
     * @param files the files
     * @param counts what was done with rows
     */
    record Level(List<DataFile> files, Counts counts) {}

    /** Brings a table to the state of the snapshot. */
    Level level(SourceSync<?, ?> sync) {
        List<DataFile> before = base.files(sync.name());
        KeySpans stale = StaleRows.of(sync, source, changes::of);
        if (stale.isEmpty()) {
            return new Level(before, Counts.NONE);
        }
        TableReader.Rows fresh = new TableReader(lake, source, lookups).rows(sync, stale);
        List<DataFile> kept = without(sync, before, stale);
        long inserted = rows(fresh.files());
        long deleted = rows(before) - rows(kept);
        return new Level(
                Stream.concat(kept.stream(), fresh.files().stream()).toList(),
                new Counts(fresh.read(), inserted, 0, deleted, 0));
    }

    private List<DataFile> without(SourceSync<?, ?> sync, List<DataFile> files, KeySpans keys) {
        List<DataFile> touched = files.stream().filter(file -> file.mayHold(keys)).toList();
        if (touched.isEmpty()) {
            return files;
        }
        Broadcast<KeySpans> sent = spark.broadcast(keys);
        List<DataFile> rewritten = spark.parallelize(touched, touched.size())
                .flatMap(new RewriteTask(lake, sync.name(), sent))
                .collect();
        sent.destroy();
        return Stream.concat(files.stream().filter(file -> !file.mayHold(keys)), rewritten.stream()).toList();
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::rows).sum();
    }
}
