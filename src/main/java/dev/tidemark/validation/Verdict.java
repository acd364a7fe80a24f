package dev.tidemark.validation;

/** The result of a comparison. */
public enum Verdict {
    /** Both sides agree. */
    EQUAL,
    /** The source changed since the last run; the next incremental brings it in. */
    PENDING,
    /** The warehouse is wrong by no more than the user tolerates. */
    TOLERATED,
    /** The warehouse is wrong. */
    DIFFERENT
}
