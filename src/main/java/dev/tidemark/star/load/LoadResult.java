package dev.tidemark.star.load;

import dev.tidemark.run.Counts;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * The result of a load.
 *
 * @param command such as {@code full-load}
 * @param runId the number of the run's record in the warehouse; 0 for a dry run, which has no record
 * @param snapshotAt the source's clock at the snapshot, UTC
 * @param tables one result for each table, in the order of the load
 * @param total the sum over all tables
 * @param milliseconds the time of the whole run, commit included
 * @param notes notes for the user, one sentence each
 */
@Serdeable
public record LoadResult(
        String command,
        long runId,
        Instant snapshotAt,
        List<TableResult> tables,
        Counts total,
        long milliseconds,
        List<String> notes) {
    /** Whether this was a dry run. */
    public boolean rehearsed() {
        return runId == 0;
    }

    /** This result with the time that the run took. */
    public LoadResult took(long elapsedMilliseconds) {
        return new LoadResult(command, runId, snapshotAt, tables, total, elapsedMilliseconds, notes);
    }
}
