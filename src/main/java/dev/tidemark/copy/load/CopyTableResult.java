package dev.tidemark.copy.load;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a run did with a table.
 *
 * @param table its name in the source
 * @param target its name in the target
 * @param total the rows of the source
 * @param inserted rows that were new in the target
 * @param updated rows that differed
 * @param deleted rows that were removed from the target
 * @param skipped rows that were there already and equal
 * @param failed rows that were left out
 * @param adopted rows that were in the target and not known to come from the source; they count elsewhere too
 * @param rowsPerSecond rows of the source that were worked on in a second
 * @param milliseconds how long it took
 * @param message why the table failed as a whole; else null
 */
@Serdeable
public record CopyTableResult(
        String table,
        String target,
        long total,
        long inserted,
        long updated,
        long deleted,
        long skipped,
        long failed,
        long adopted,
        long rowsPerSecond,
        long milliseconds,
        String message) {
    /** Whether all rows of the table were carried over. */
    boolean isComplete() {
        return failed == 0 && message == null;
    }
}
