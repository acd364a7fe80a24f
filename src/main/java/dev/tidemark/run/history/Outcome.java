package dev.tidemark.run.history;

import java.util.Locale;

/** The outcome of a run. */
public enum Outcome {
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** The process ended before the run; nothing of the run was kept. */
    INTERRUPTED;

    /** The word in the table and in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
