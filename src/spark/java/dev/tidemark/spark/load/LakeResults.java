package dev.tidemark.spark.load;

import dev.tidemark.run.Counts;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.star.load.LoadResult;
import dev.tidemark.star.load.TableResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of loads of a lake. */
final class LakeResults {
    private LakeResults() {}

    /** The results of a load that filled every table anew. Times are those of the tasks, one after the other. */
    static List<TableResult> ofFullLoad(Optional<Version> before, Version version, List<UnitRead> reads) {
        return version.tables().stream()
                .map(table -> {
                    List<UnitRead> own =
                            reads.stream().filter(read -> read.table().equals(table.table())).toList();
                    return new TableResult(
                            table.table(),
                            new Counts(
                                    own.stream().mapToLong(UnitRead::rows).sum(),
                                    table.rows(),
                                    0,
                                    before.map(known -> rows(known, table.table())).orElse(0L),
                                    0),
                            own.stream().mapToLong(UnitRead::milliseconds).sum());
                })
                .toList();
    }

    /** The results of a load of changes. */
    static List<TableResult> ofIncremental(Map<String, CatchUp.Level> tables) {
        return tables.entrySet().stream()
                .map(table -> new TableResult(table.getKey(), table.getValue().counts(), 0))
                .toList();
    }

    /** Fails if the load would delete more of a table than it may. */
    static void require(DeleteLimit limit, Optional<Version> before, Version version, List<TableResult> results) {
        before.ifPresent(known -> results.forEach(result -> {
            Counts counts = result.counts();
            long replaced = Math.min(counts.inserted(), counts.deleted());
            long deleted = version.command().equals("full-load") ? counts.deleted() - replaced : counts.deleted();
            limit.require(result.table(), deleted, rows(known, result.table()));
        }));
    }

    /** The result of the load that made {@code version}. */
    static LoadResult of(Version version, List<TableResult> results, List<String> notes) {
        return new LoadResult(
                version.command(),
                version.number(),
                version.snapshotAt(),
                results,
                results.stream().map(TableResult::counts).reduce(Counts.NONE, Counts::plus),
                0,
                notes);
    }

    private static long rows(Version version, String table) {
        return version.files(table).stream().mapToLong(DataFile::rows).sum();
    }
}
