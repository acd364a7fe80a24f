package dev.tidemark.run;

import java.time.LocalDateTime;

/**
 * One run of a command.
 *
 * @param id ascending in the order of runs
 * @param command such as {@code full-load}
 * @param startedAt UTC, by this machine's clock
 * @param finishedAt UTC, by this machine's clock; null while running
 * @param outcome the {@linkplain Outcome#word() word} of its outcome
 * @param rowsRead rows read from the source
 * @param message why it failed; else null
 */
public record SyncRun(
        long id,
        String command,
        LocalDateTime startedAt,
        LocalDateTime finishedAt,
        String outcome,
        long rowsRead,
        long rowsInserted,
        long rowsUpdated,
        long rowsDeleted,
        long rowsUnchanged,
        String message) {}
