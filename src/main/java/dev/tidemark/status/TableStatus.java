package dev.tidemark.status;

import java.time.Instant;

/** What the states of tables have in common. */
public interface TableStatus {
    /** Its name. */
    String table();

    /** The number of its rows after the last run. */
    long rows();

    /** The state of the source that it shows, UTC; null before a load. */
    Instant snapshotAt();

    /** How long ago that was; null before a load. */
    Long lagSeconds();
}
