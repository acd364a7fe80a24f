package dev.tidemark.config;

/** How an incremental finds changes. */
public enum Detect {
    /** By the content of rows. */
    CONTENT,
    /** By the time of change in rows. */
    TIMESTAMPS
}
