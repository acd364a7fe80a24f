package dev.tidemark.status;

import dev.tidemark.run.Counts;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The state of a warehouse.
 *
 * @param warehouse the file
 * @param fileBytes the bytes of the file, and of the write-ahead log beside it
 * @param source host, port and schema of the source
 * @param sourceTime the source's clock, UTC; null where it cannot be reached
 * @param sourceFailure why the source cannot be reached; else null
 * @param tables one for each table
 * @param runs the last runs, the latest first
 * @param lastSuccessAt when a load last succeeded, UTC; null if none did
 * @param lastValidation the last validation; null if there was none
 */
@Serdeable
public record StatusResult(
        String warehouse,
        long fileBytes,
        String source,
        Instant sourceTime,
        String sourceFailure,
        List<Table> tables,
        List<Run> runs,
        Instant lastSuccessAt,
        ValidationStatus lastValidation)
        implements PipelineStatus {
    @Override
    public String subject() {
        return "the warehouse";
    }

    /**
     * The state of a table.
     *
     * @param table its name
     * @param rows the number of its rows after the last run
     * @param lastUpdate the most recent time of change in the rows of its source then, UTC, as the source writes it;
     *     null for none, and before a full load
     * @param snapshotAt the state of the source that it shows, UTC; null before a full load
     * @param lagSeconds how long ago that was, by the source's clock, or by this machine's where the source cannot be
     *     reached; null before a full load
     */
    @Serdeable
    public record Table(String table, long rows, String lastUpdate, Instant snapshotAt, Long lagSeconds)
            implements TableStatus {
        /** A table before a full load. */
        public static Table unloaded(String table, long rows) {
            return new Table(table, rows, null, null, null);
        }

        /** A table that shows the source as of {@code snapshotAt}; it is {@code now}. */
        public static Table loaded(String table, long rows, String lastUpdate, Instant snapshotAt, Instant now) {
            long lag = Math.max(0, Duration.between(snapshotAt, now).toSeconds());
            return new Table(table, rows, lastUpdate, snapshotAt, lag);
        }
    }

    /**
     * A run.
     *
     * @param id ascending in the order of runs
     * @param command such as {@code incremental}
     * @param startedAt UTC, by this machine's clock
     * @param finishedAt UTC; null for a run that has not ended or whose process died
     * @param outcome running, succeeded, failed or interrupted
     * @param counts its rows
     * @param message why it failed; else null
     */
    @Serdeable
    public record Run(
            long id,
            String command,
            Instant startedAt,
            Instant finishedAt,
            String outcome,
            Counts counts,
            String message)
            implements RunStatus {}
}
