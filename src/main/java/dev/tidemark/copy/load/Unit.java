package dev.tidemark.copy.load;

import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.target.CopyTransaction;

/**
 * What is committed together: a transaction of the target, and one of the state with what it did.
 *
 * @param target the target's
 * @param state the state's
 */
record Unit(CopyTransaction target, StateSession state) implements AutoCloseable {
    /**
     * Commits the target first: if the process ends between the two, the next run finds rows in the target that the state
     * does not know, and adopts them by their keys.
     */
    void commit() {
        target.commit();
        state.commit();
    }

    @Override
    public void close() {
        try (target; state) {
            return;
        }
    }
}
