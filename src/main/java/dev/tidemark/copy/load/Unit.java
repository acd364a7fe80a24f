package dev.tidemark.copy.load;

import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.target.CopyTransaction;

/**
 * What is committed together: a transaction of the target, and one of the state with what it did.
 *
 * @param target the transaction of the target
 * @param state the transaction of the state
 */
record Unit(CopyTransaction target, StateSession state) implements AutoCloseable {
    /**
     * Commits the state first: if the process ends between the two, the state knows every row that the target may have,
     * and its tables are marked, so that the next run compares every row.
     */
    void commit() {
        state.commit();
        target.commit();
    }

    @Override
    public void close() {
        try (target; state) {
            return;
        }
    }
}
