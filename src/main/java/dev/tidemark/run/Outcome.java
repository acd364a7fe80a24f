package dev.tidemark.run;

import java.util.Locale;

/** How a run ended, or that it has not. */
public enum Outcome {
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Its process ended before the run did; nothing of it was kept. */
    INTERRUPTED;

    /** The word in the table and in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
