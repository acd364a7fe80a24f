package dev.tidemark.target;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands before every commit. Once it is closed nothing commits any more, so that whoever closed it can say for sure
 * what became of the work that was under way.
 */
public final class CommitGate {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean complete;

    /** What became of a run's work when the gate was closed. */
    public enum Work {
        ROLLED_BACK,
        COMMITTED,
        /** The commit has begun and takes long: SQLite keeps all of it or nothing. */
        COMMITTING
    }

    /** Lets {@code commit} through, or fails where the gate is closed. */
    public void pass(Runnable commit) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("Interrupted before the commit");
            }
            commit.run();
        } finally {
            lock.unlock();
        }
    }

    /** The same for the commit that completes a run. */
    public void passLast(Runnable commit) {
        pass(() -> {
            commit.run();
            complete = true;
        });
    }

    /** Lets no other commit through, and waits at most {@code patience} for one that is under way. */
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
