package dev.tidemark.export;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * The result of an export.
 *
 * @param warehouse the warehouse
 * @param file the file that was written
 * @param bytes its size
 * @param snapshotAt when the most recent load that it shows read the source
 * @param tables its tables and their rows
 */
@Serdeable
public record ExportResult(String warehouse, String file, long bytes, Instant snapshotAt, List<Table> tables) {
    /** The same result of a file of this size. */
    ExportResult of(long size) {
        return new ExportResult(warehouse, file, size, snapshotAt, tables);
    }

    /**
     * A table of the star.
     *
     * @param table its name
     * @param rows the number of its rows
     */
    @Serdeable
    public record Table(String table, long rows) {}
}
