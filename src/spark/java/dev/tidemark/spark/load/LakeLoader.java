package dev.tidemark.spark.load;

import dev.tidemark.run.Counts;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.run.SourceRecord;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.RangeFiles;
import dev.tidemark.spark.lake.TableFiles;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.spark.lake.Versions;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.TableSync;
import dev.tidemark.star.load.LoadResult;
import dev.tidemark.star.load.TableResult;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Runs loads of a lake. A load writes a new version beside the old ones; readers see the old one until the new one is
 * complete, and a failure keeps it.
 *
 * @param session runs the tasks
 * @param lake the folder of the lake
 * @param source the source, for the driver
 * @param login of the tasks
 * @param options how to cut the tables
 * @param deletes how much of a table a load may delete
 * @param clock this machine's clock
 */
public record LakeLoader(
        SparkSession session,
        LakeFolder lake,
        Source source,
        SourceLogin login,
        LakeOptions options,
        DeleteLimit deletes,
        Clock clock) {
    /** Reads the whole source over many connections, then brings what was read to the state of one snapshot. */
    public LoadResult fullLoad() {
        long start = System.nanoTime();
        Versions versions = new Versions(lake);
        Optional<Version> before = versions.current();
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        BaseReader.Read read;
        try (Snapshot first = source.snapshot()) {
            read = new BaseReader(spark, lake, login, options).read(first, record(first));
        }
        try (Snapshot last = source.snapshot()) {
            BaseChanges changes = new BaseChanges(last, record(last), read.base(), new RangeFiles(lake));
            CatchUp catchUp =
                    new CatchUp(spark, lake, last, read.base(), changes, new SnapshotLookups(last));
            Map<String, List<DataFile>> files = new LinkedHashMap<>();
            for (SourceSync<?, ?> sync : StarPlan.get().sourceSyncs()) {
                files.put(sync.name(), catchUp.level(sync).files());
            }
            for (DerivedSync<?> derived : StarPlan.get().derivedSyncs()) {
                files.put(derived.name(), new DerivedTables(session, lake, files::get)
                        .write(derived, last.takenAt().toLocalDate()));
            }
            Version version = new Version(
                    before.map(Version::number).orElse(0L) + 1,
                    "full-load",
                    last.takenAt().toInstant(ZoneOffset.UTC),
                    record(last),
                    files.entrySet().stream()
                            .map(entry -> new TableFiles(entry.getKey(), entry.getValue()))
                            .toList(),
                    changes.states());
            List<TableResult> results = results(before, version, read.reads());
            versions.publish(version);
            return new LoadResult(
                    version.command(),
                    version.number(),
                    version.snapshotAt(),
                    results,
                    results.stream().map(TableResult::counts).reduce(Counts.NONE, Counts::plus),
                    (System.nanoTime() - start) / 1_000_000,
                    read.reads().stream().flatMap(unit -> unit.notes().stream()).distinct().toList());
        }
    }

    private SourceRecord record(Snapshot snapshot) {
        return SourceRecord.of(
                snapshot.server(), source.address(), snapshot.takenAt(), LocalDateTime.now(clock));
    }

    private List<TableResult> results(Optional<Version> before, Version version, List<UnitRead> reads) {
        List<TableResult> results = new ArrayList<>();
        for (TableSync table : StarPlan.get().tables()) {
            long rowsBefore = before.map(known -> rows(known, table.name())).orElse(0L);
            long rows = rows(version, table.name());
            deletes.require(table.name(), Math.max(0, rowsBefore - rows), rowsBefore);
            List<UnitRead> own = reads.stream().filter(read -> read.table().equals(table.name())).toList();
            results.add(new TableResult(
                    table.name(),
                    new Counts(own.stream().mapToLong(UnitRead::rows).sum(), rows, 0, rowsBefore, 0),
                    own.stream().mapToLong(UnitRead::milliseconds).sum()));
        }
        return results;
    }

    private static long rows(Version version, String table) {
        return version.files(table).stream().mapToLong(DataFile::rows).sum();
    }
}
