package dev.tidemark.validation;

/** What a comparison says. */
public enum Verdict {
    /** Both sides agree. */
    EQUAL,
    /** The source changed after the warehouse's snapshot; the next incremental brings it in. */
    PENDING,
    /** The warehouse is wrong. */
    DIFFERENT
}
