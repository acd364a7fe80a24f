package dev.tidemark.spark.load;

import dev.tidemark.run.state.SourceRecord;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.RangeFiles;
import dev.tidemark.spark.lake.SourceState;
import dev.tidemark.spark.lake.TableFiles;
import dev.tidemark.spark.lake.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows that were read earlier, and the states of the source that they were made from.
 *
 * @param source the source; empty if its marks prove nothing
 * @param files the files of each table of the star, by name
 * @param tables the states of the tables of the source, by name
 */
public record Base(Optional<SourceRecord> source, Map<String, List<DataFile>> files, Map<String, KnownTable> tables) {
    /** The rows of a version of the lake. */
    public static Base of(Version version, RangeFiles ranges) {
        return new Base(
                Optional.of(version.source()),
                version.tables().stream().collect(Collectors.toMap(TableFiles::table, TableFiles::files)),
                version.sources().stream().collect(Collectors.toMap(
                        state -> state.table().tableName(), state -> known(state, ranges))));
    }

    /** The files of a table. */
    List<DataFile> files(String table) {
        return files.getOrDefault(table, List.of());
    }

    private static KnownTable known(SourceState state, RangeFiles ranges) {
        return new KnownTable(state.table(), () -> ranges.read(state), Optional.of(state));
    }
}
