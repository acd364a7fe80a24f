package dev.tidemark.copy.state;

/** What became of a row of the source. The order is that of the numbers in the state. */
public enum RowStatus {
    /** The target has it as the source had it. */
    CARRIED,
    /** It cannot be carried over. */
    REJECTED,
    /** A row that it refers to is not in the target. */
    PARENT_MISSING,
    /** The source has it no more; or it has another key in the target now, and this is the old one. */
    GONE,
    /** A row that it refers to is still to come. */
    UNFINISHED;

    /** Whether a row that refers to it may be written. */
    public boolean isInTarget() {
        return this == CARRIED || this == UNFINISHED;
    }
}
