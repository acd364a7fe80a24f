package dev.tidemark.run.history;

import dev.tidemark.run.Counts;
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
        String message) {
    /** A run that begins now. */
    static SyncRun begun(long id, String command, LocalDateTime now) {
        return new SyncRun(id, command, now, null, Outcome.RUNNING.word(), 0, 0, 0, 0, 0, null);
    }

    /** Whether it was to bring rows in; {@code init} only prepares. */
    boolean isLoad() {
        return !command.equals("init");
    }

    /** Whether it brought rows in, or found that there were none to bring. */
    boolean isSuccessfulLoad() {
        return isLoad() && outcome.equals(Outcome.SUCCEEDED.word());
    }

    /** Its counts of rows. */
    public Counts counts() {
        return new Counts(rowsRead, rowsInserted, rowsUpdated, rowsDeleted, rowsUnchanged);
    }

    /**
     * The word of its outcome. The record of a run that died still says "running", until the next run corrects it.
     *
     * @param alive whether some run holds the lock
     */
    public String outcomeNow(boolean alive) {
        return outcome.equals(Outcome.RUNNING.word()) && !alive ? Outcome.INTERRUPTED.word() : outcome;
    }

    /** This run with the outcome "succeeded". */
    SyncRun succeeded(LocalDateTime now, Counts counts) {
        return ended(now, Outcome.SUCCEEDED, counts, null);
    }

    /** This run with the outcome "failed". */
    SyncRun failed(LocalDateTime now, String why) {
        return ended(now, Outcome.FAILED, Counts.NONE, why);
    }

    /** This run with the outcome "interrupted"; its end is unknown. */
    SyncRun interrupted() {
        return ended(
                null,
                Outcome.INTERRUPTED,
                Counts.NONE,
                "the process ended before the run did; nothing of it was kept");
    }

    private SyncRun ended(LocalDateTime at, Outcome how, Counts counts, String why) {
        return new SyncRun(
                id,
                command,
                startedAt,
                at,
                how.word(),
                counts.read(),
                counts.inserted(),
                counts.updated(),
                counts.deleted(),
                counts.unchanged(),
                why);
    }
}
