package dev.tidemark.target;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Guards every commit. Once it is closed, nothing commits any more, so the caller that closed it knows for sure whether
 * the work in progress was committed.
 */
public final class CommitGate {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean complete;

    /** The outcome of a run's work when the gate was closed. */
    public enum Work {
        ROLLED_BACK,
        COMMITTED,
        /** The commit has begun and takes long: SQLite keeps all of it or nothing. */
        COMMITTING
    }

    /** Runs {@code commit}, or fails if the gate is closed. */
    public void pass(Runnable commit) {
        lock.lock();
        try {
            // A commit within another one belongs to it.
            if (closed && lock.getHoldCount() == 1) {
                throw new IllegalStateException("Interrupted before the commit");
            }
            commit.run();
        } finally {
            lock.unlock();
        }
    }

    /** Does the same for the commit that completes a run. */
    public void passLast(Runnable commit) {
        pass(() -> {
            commit.run();
            complete = true;
        });
    }

    /** Blocks all later commits, and waits at most {@code patience} for a commit in progress. */
    public Work close(Duration patience) {
        closed = true;
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Work.COMMITTING;
            }
            lock.unlock();
        } catch (InterruptedException interrupted) {
            return Work.COMMITTING;
        }
        return complete ? Work.COMMITTED : Work.ROLLED_BACK;
    }
}
