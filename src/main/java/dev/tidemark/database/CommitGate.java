package dev.tidemark.database;

/**
 * Stands before every commit. Once it is closed nothing commits any more, so that whoever closed it can say for sure
 * that what was under way is rolled back.
 */
public final class CommitGate {
    private boolean closed;

    /** Lets {@code commit} through, or fails where the gate is closed. */
    synchronized void pass(Runnable commit) {
        if (closed) {
            throw new IllegalStateException("Interrupted before the commit");
        }
        commit.run();
    }

    /** Waits for a commit that is under way, and lets no other through. */
    public synchronized void close() {
        closed = true;
    }
}
