package dev.tidemark.concurrent;

/** The only thread that uses the source's connection while the caller's thread works on the warehouse. */
final class SourceThread {
    private SourceThread() {}

    /** Starts {@code work}; the thread does not keep the process alive. */
    static Thread start(Runnable work) {
        return Thread.ofPlatform().name("source-reader").daemon().start(work);
    }

    /** Waits for the end, in spite of interruptions: the thread uses the connection as long as it lives. */
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
