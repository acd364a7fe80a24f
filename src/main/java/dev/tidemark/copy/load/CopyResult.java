package dev.tidemark.copy.load;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.run.Counts;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of a load.
 *
 * @param command such as {@code incremental}
 * @param runId the number of the run's record in the state; 0 for a dry run, which has no record
 * @param snapshotAt when the source's snapshot was taken, by this machine's clock
 * @param complete whether all rows were carried over
 * @param tables one result for each table, in the order of the load
 * @param failed the number of rows that were left out
 * @param badRows the first of them, at most {@value #NAMED}
 * @param total the sums over all tables
 * @param milliseconds the time of the whole run, commit included
 * @param notes notes for the user, one sentence each
 */
@Serdeable
public record CopyResult(
        String command,
        long runId,
        Instant snapshotAt,
        boolean complete,
        List<CopyTableResult> tables,
        long failed,
        List<BadRow> badRows,
        Counts total,
        long milliseconds,
        List<String> notes) {
    /** The most rows that are named. */
    public static final int NAMED = 20;

    /** Whether this was a dry run. */
    public boolean rehearsed() {
        return runId == 0;
    }

    /** Whether {@code all} tables were gone through to the end, though rows of them may have been left out. */
    boolean completed(List<CopyTable> all) {
        return tables.size() == all.size() && tables.stream().allMatch(table -> table.message() == null);
    }

    /** This result with a further note, before the others. */
    CopyResult noting(Optional<String> note) {
        return new CopyResult(
                command, runId, snapshotAt, complete, tables, failed, badRows, total, milliseconds,
                Stream.concat(note.stream(), notes.stream()).toList());
    }

    /** This result with the time that the run took. */
    CopyResult took(long elapsedMilliseconds) {
        return new CopyResult(
                command, runId, snapshotAt, complete, tables, failed, badRows, total, elapsedMilliseconds, notes);
    }
}
