package dev.tidemark.concurrent;

/** The thread that has the source's connection to itself while the caller's works on the warehouse. */
final class SourceThread {
    private SourceThread() {}

    /** Starts {@code work}; the thread keeps no process alive. */
    static Thread start(Runnable work) {
        return Thread.ofPlatform().name("source-reader").daemon().start(work);
    }

    /** Waits to the end, whatever interrupts: the connection is the thread's as long as it lives. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
