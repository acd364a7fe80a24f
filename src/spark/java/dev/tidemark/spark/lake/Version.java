package dev.tidemark.spark.lake;

import dev.tidemark.run.state.SourceRecord;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A version of the lake: the files of each table, and the state of the source that they show.
 *
 * @param number 1 for the first; each load makes the next
 * @param command the load that made it
 * @param snapshotAt the source's clock at the snapshot that it shows, UTC
 * @param source the source
 * @param tables the tables of the star
 * @param sources the tables of the source
 */
@Serdeable
public record Version(
        long number,
        String command,
        Instant snapshotAt,
        SourceRecord source,
        List<TableFiles> tables,
        List<SourceState> sources) {
    public Version {
        tables = List.copyOf(tables);
        sources = List.copyOf(sources);
    }

    /** The files of the table of this name; none for an unknown table. */
    public List<DataFile> files(String table) {
        return table(table).map(TableFiles::files).orElse(List.of());
    }

    /** The number of rows of the table of this name; 0 for an unknown table. */
    public long rows(String table) {
        return table(table).map(TableFiles::rows).orElse(0L);
    }

    private Optional<TableFiles> table(String name) {
        return tables.stream().filter(known -> known.table().equals(name)).findFirst();
    }

    /** Whether it shows a state of this day, by the source's clock, UTC. */
    public boolean isOf(LocalDate day) {
        return day.equals(LocalDate.ofInstant(snapshotAt, ZoneOffset.UTC));
    }

    /** The state of the source's table of this name. */
    public Optional<SourceState> source(String table) {
        return sources.stream().filter(known -> known.table().tableName().equals(table)).findFirst();
    }

    /** Every file that a reader of this version needs. */
    Stream<DataFile> allFiles() {
        return Stream.concat(
                tables.stream().flatMap(table -> table.files().stream()),
                sources.stream().flatMap(source -> source.ranges().stream()));
    }
}
