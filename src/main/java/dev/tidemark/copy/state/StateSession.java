package dev.tidemark.copy.state;

import dev.tidemark.target.TargetSession;

/** A transaction of the state. */
public interface StateSession extends AutoCloseable {
    /** The small tables, in this transaction. */
    TargetSession records();

    /** The rows, in this transaction. */
    RowMap rows();

    /** Commits what was done so far. */
    void commit();

    /** Commits, which completes the run. */
    void complete();

    @Override
    void close();
}
