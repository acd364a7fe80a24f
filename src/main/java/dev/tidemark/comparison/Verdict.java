package dev.tidemark.comparison;

/** The result of a comparison. */
public enum Verdict {
    /** Both sides agree. */
    EQUAL,
    /** What was compared agrees, but not all could be compared: nothing to compare, rejected rows, rows of others. */
    PARTIAL,
    /** The source changed since the last run; the next incremental brings it in. */
    PENDING,
    /** The target is wrong by no more than the user tolerates. */
    TOLERATED,
    /** The target is wrong. */
    DIFFERENT
}
