package dev.tidemark.spark.status;

import dev.tidemark.run.state.TableRecord;
import dev.tidemark.source.Source;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.SourceState;
import dev.tidemark.spark.lake.TableFiles;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.spark.lake.Versions;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.status.SourceTime;
import dev.tidemark.status.StatusResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the state of a lake. Asks the source only for its clock; an unreachable source is not a failure.
 *
 * @param lake the folder of the lake
 * @param source the source
 * @param plan the tables
 * @param clock this machine's clock, used if the source cannot be reached
 */
public record LakeStatusReader(LakeFolder lake, Source source, SyncPlan plan, Clock clock) {
    /** The state, also of a lake that was never loaded. */
    public LakeStatus read() {
        SourceTime there = SourceTime.of(source);
        List<Version> versions = new Versions(lake).all().reversed();
        Map<String, Long> bytes = lake.dataBytes();
        return new LakeStatus(
                lake.uri(),
                bytes.values().stream().mapToLong(Long::longValue).sum(),
                source.address(),
                there.time(),
                there.failure(),
                tables(versions.stream().findFirst(), there.or(clock)),
                versions.stream().map(version -> kept(version, bytes)).toList());
    }

    private List<StatusResult.Table> tables(Optional<Version> current, Instant now) {
        return plan.tables().stream()
                .map(table -> current.map(version -> table(table, version, now))
                        .orElseGet(() -> StatusResult.Table.unloaded(table.name(), 0)))
                .toList();
    }

    private static StatusResult.Table table(TableSync sync, Version version, Instant now) {
        return StatusResult.Table.loaded(
                sync.name(), version.rows(sync.name()), lastUpdate(sync, version), version.snapshotAt(), now);
    }

    private static String lastUpdate(TableSync sync, Version version) {
        return sync instanceof SourceSync<?, ?> read
                ? version.source(read.source().name())
                        .map(SourceState::table)
                        .map(TableRecord::lastUpdate)
                        .orElse(null)
                : null;
    }

    private static LakeStatus.KeptVersion kept(Version version, Map<String, Long> bytes) {
        List<DataFile> files = version.tables().stream().flatMap(table -> table.files().stream()).toList();
        return new LakeStatus.KeptVersion(
                version.number(),
                version.command(),
                version.snapshotAt(),
                version.tables().stream().mapToLong(TableFiles::rows).sum(),
                files.size(),
                files.stream().mapToLong(file -> bytes.getOrDefault(file.name(), 0L)).sum());
    }
}
