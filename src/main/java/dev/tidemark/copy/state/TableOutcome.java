package dev.tidemark.copy.state;

/**
 * What a run did with a table.
 *
 * @param runId the run
 * @param tableId the number of the table
 * @param total the rows of the source
 * @param inserted rows that were new in the target
 * @param updated rows that differed
 * @param deleted rows that were removed
 * @param skipped rows that were there already and equal
 * @param failed rows that were left out
 * @param milliseconds how long it took
 * @param message why the table failed as a whole; else null
 */
public record TableOutcome(
        long runId,
        long tableId,
        long total,
        long inserted,
        long updated,
        long deleted,
        long skipped,
        long failed,
        long milliseconds,
        String message) {}
