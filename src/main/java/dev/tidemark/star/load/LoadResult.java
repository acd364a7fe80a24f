package dev.tidemark.star.load;

import dev.tidemark.run.Counts;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * What a load did.
 *
 * @param command such as {@code full-load}
 * @param runId the run's record in the warehouse; 0 for a rehearsal, which leaves none
 * @param snapshotAt the source's clock at the snapshot, UTC
 * @param tables one result a table, in the order of the load
 * @param total all tables together
 * @param milliseconds the time of the whole run, commit included
 * @param notes what users should know, a sentence each
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
    /** Whether nothing of this was kept. */
    public boolean rehearsed() {
        return runId == 0;
    }

    /** This result with the time that the run took. */
    LoadResult took(long elapsedMilliseconds) {
        return new LoadResult(command, runId, snapshotAt, tables, total, elapsedMilliseconds, notes);
    }
}
