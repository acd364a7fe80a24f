package dev.tidemark.status;

import dev.tidemark.run.Counts;
import java.time.Instant;

/** What is told of a run of any pipeline. */
public interface RunStatus {
    /** Its number, ascending in the order of runs. */
    long id();

    /** The command, such as {@code incremental}. */
    String command();

    /** When it began, UTC. */
    Instant startedAt();

    /** When it ended, UTC; null for a run that has not ended or whose process died. */
    Instant finishedAt();

    /** The {@linkplain dev.tidemark.run.history.Outcome#word() word} of its outcome. */
    String outcome();

    /** What it did with rows. */
    Counts counts();

    /** Why it failed; else null. */
    String message();
}
