package dev.tidemark.copy.status;

import dev.tidemark.run.Counts;
import dev.tidemark.status.PipelineStatus;
import dev.tidemark.status.RunStatus;
import dev.tidemark.status.TableStatus;
import dev.tidemark.status.ValidationStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * The state of a copy.
 *
 * @param state the file with its records
 * @param fileBytes the bytes of that file, and of the write-ahead log beside it
 * @param source the file that is copied
 * @param target host, port and database of the target
 * @param tables one for each table that was carried over or failed, in the order of loads
 * @param runs the last runs, the latest first
 * @param lastSuccessAt when a load last succeeded, UTC; null if none did
 * @param lastValidation the last validation; null if there was none
 */
@Serdeable
public record CopyStatusResult(
        String state,
        long fileBytes,
        String source,
        String target,
        List<Table> tables,
        List<Run> runs,
        Instant lastSuccessAt,
        ValidationStatus lastValidation)
        implements PipelineStatus {
    @Override
    public String subject() {
        return "the target";
    }

    /**
     * The state of a table.
     *
     * @param table its name in the source
     * @param target its name in the target
     * @param rows the rows of the source at the last run that carried it over
     * @param mapped those of them that are in the target
     * @param rejected those of them that were left out
     * @param snapshotAt the state of the source that the target shows, UTC; null before a load
     * @param lagSeconds how long ago that was, by this machine's clock; null before a load
     * @param lastLoad what the last run that concerned it did, which may have failed; null where that is unknown
     */
    @Serdeable
    public record Table(
            String table,
            String target,
            long rows,
            long mapped,
            long rejected,
            Instant snapshotAt,
            Long lagSeconds,
            Load lastLoad)
            implements TableStatus {}

    /**
     * What a run did with a table.
     *
     * @param runId the run
     * @param total the rows of the source
     * @param inserted rows that were new in the target
     * @param updated rows that differed
     * @param deleted rows that were removed from the target
     * @param skipped rows that were there already and equal
     * @param failed rows that were left out
     * @param milliseconds how long it took
     * @param message why the table failed as a whole; else null
     */
    @Serdeable
    public record Load(
            long runId,
            long total,
            long inserted,
            long updated,
            long deleted,
            long skipped,
            long failed,
            long milliseconds,
            String message) {}

    /**
     * A run.
     *
     * @param id ascending in the order of runs
     * @param command such as {@code incremental}
     * @param startedAt UTC, by this machine's clock
     * @param finishedAt UTC; null for a run that has not ended or whose process died
     * @param seconds how long it took; null where {@code finishedAt} is
     * @param outcome running, succeeded, failed or interrupted
     * @param counts its rows
     * @param attempts those of its attempts that failed and were made again, in order
     * @param message why it failed; else null
     */
    @Serdeable
    public record Run(
            long id,
            String command,
            Instant startedAt,
            Instant finishedAt,
            Long seconds,
            String outcome,
            Counts counts,
            List<FailedAttempt> attempts,
            String message)
            implements RunStatus {}

    /**
     * An attempt that failed.
     *
     * @param attempt its number in the run, from 1
     * @param failedAt UTC, by this machine's clock
     * @param message why it failed
     */
    @Serdeable
    public record FailedAttempt(long attempt, Instant failedAt, String message) {}
}
