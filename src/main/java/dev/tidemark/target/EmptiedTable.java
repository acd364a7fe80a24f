package dev.tidemark.target;

/** A table that was emptied and waits for rows. */
public interface EmptiedTable {
    /** How many rows it had. */
    long rowsBefore();

    /** Gives the table what it needs once its rows are there, such as indexes. */
    void complete();
}
