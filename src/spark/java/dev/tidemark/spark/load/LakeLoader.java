package dev.tidemark.spark.load;

import dev.tidemark.run.Counts;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.run.Retries;
import dev.tidemark.run.state.SourceRecord;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.RangeFiles;
import dev.tidemark.spark.lake.TableFiles;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.spark.lake.Versions;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.SourceRequirements;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.load.LoadResult;
import dev.tidemark.star.load.TableResult;
import dev.tidemark.target.CommitGate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
 * @param retries tries again after a temporary failure of the source
 * @param gate the gate that a new version has to pass
 * @param clock this machine's clock
 */
public record LakeLoader(
        SparkSession session,
        LakeFolder lake,
        Source source,
        SourceLogin login,
        LakeOptions options,
        DeleteLimit deletes,
        Retries retries,
        CommitGate gate,
        Clock clock) {
    /** Reads the whole source over many connections, then brings what was read to the state of one snapshot. */
    public LoadResult fullLoad() {
        return load(before -> {
            LoadStart start;
            try (Snapshot first = source.snapshot()) {
                start = new BaseReader(Tasks.of(session), lake, login, options).read(first, record(first));
            }
            return complete(before, start);
        });
    }

    /** Brings the current version to the state of one snapshot; it is a warehouse failure if there is none. */
    public LoadResult incremental() {
        return load(before -> {
            Version version = before.orElseThrow(new Versions(lake)::neverLoaded);
            return complete(before, new LoadStart.OfVersion(Base.of(version, new RangeFiles(lake))));
        });
    }

    private LoadResult load(Function<Optional<Version>, LoadResult> attempt) {
        long start = System.nanoTime();
        Versions versions = new Versions(lake);
        try (Source.Held _ = source.lock("lake " + lake.address(), options.patience())) {
            versions.requireReadable();
            LoadResult result = retries.call(() -> attempt.apply(versions.current()));
            versions.clean(options.keep());
            return result.took((System.nanoTime() - start) / 1_000_000);
        }
    }

    /** Brings the rows of {@code start} to the state of one snapshot, and publishes the result as a version. */
    private LoadResult complete(Optional<Version> before, LoadStart start) {
        try (Snapshot snapshot = source.snapshot()) {
            SourceRecord now = record(snapshot);
            SourceRequirements.of(StarPlan.get()).requireKeys(snapshot);
            BaseChanges changes = new BaseChanges(snapshot, now, start.base(), new RangeFiles(lake));
            Map<String, CatchUp.Level> tables = level(snapshot, before, start.base(), changes);
            Version version = new Version(
                    before.map(Version::number).orElse(0L) + 1,
                    start.command(),
                    snapshot.takenAt().toInstant(ZoneOffset.UTC),
                    now,
                    tables.entrySet().stream()
                            .map(table -> new TableFiles(table.getKey(), table.getValue().files()))
                            .toList(),
                    changes.states());
            List<TableResult> results = start.results(before, tables);
            before.ifPresent(known -> requireFewDeletes(known, start, results));
            gate.passLast(() -> new Versions(lake).publish(version));
            return result(version, results, notes(start, now, snapshot));
        }
    }

    private Map<String, CatchUp.Level> level(
            Snapshot snapshot, Optional<Version> before, Base base, BaseChanges changes) {
        Tasks tasks = Tasks.of(session);
        RowComparison comparison = new RowComparison(tasks, lake);
        CatchUp catchUp = new CatchUp(
                lake,
                snapshot,
                base,
                changes,
                new SnapshotLookups(snapshot),
                comparison,
                new Replacement(tasks, lake));
        Map<String, CatchUp.Level> tables = new LinkedHashMap<>();
        for (SourceSync<?, ?> sync : StarPlan.get().sourceSyncs()) {
            tables.put(sync.name(), catchUp.level(sync).readable(lake, sync.target()));
        }
        LocalDate today = snapshot.takenAt().toLocalDate();
        boolean sameDay = before.filter(version -> version.isOf(today)).isPresent();
        DerivedTables derivedTables = new DerivedTables(lake, name -> tables.get(name).files());
        for (DerivedSync<?> derived : StarPlan.get().derivedSyncs()) {
            List<DataFile> known = base.files(derived.name());
            boolean same = sameDay
                    && !known.isEmpty()
                    && derived.dependsOn().stream()
                            .allMatch(name -> tables.get(name).files().equals(base.files(name)));
            tables.put(derived.name(), same
                    ? new CatchUp.Level(known, Counts.NONE)
                    : derivedTables.level(derived, known, today, comparison));
        }
        return tables;
    }

    private void requireFewDeletes(Version before, LoadStart start, List<TableResult> results) {
        results.forEach(result ->
                deletes.require(result.table(), start.gone(result.counts()), before.rows(result.table())));
    }

    private static LoadResult result(Version version, List<TableResult> results, List<String> notes) {
        return new LoadResult(
                version.command(),
                version.number(),
                version.snapshotAt(),
                results,
                results.stream().map(TableResult::counts).reduce(Counts.NONE, Counts::plus),
                0,
                notes);
    }

    private static List<String> notes(LoadStart start, SourceRecord now, Snapshot snapshot) {
        return Stream.of(
                        start.base().source().flatMap(now::noteOfAnother).stream(),
                        start.notes().stream(),
                        snapshot.takeNotes().stream())
                .flatMap(notes -> notes)
                .toList();
    }

    private SourceRecord record(Snapshot snapshot) {
        return SourceRecord.of(
                snapshot.server(), source.address(), snapshot.takenAt(), LocalDateTime.now(clock));
    }
}
