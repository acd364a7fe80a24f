package dev.tidemark.config;

/** How an incremental finds what changed. */
public enum Detect {
    /** By what rows hold. */
    CONTENT,
    /** By what rows say of when they changed. */
    TIMESTAMPS
}
