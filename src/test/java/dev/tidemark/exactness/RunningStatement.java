package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A statement that runs on its own connection while the test goes on. */
record RunningStatement(CompletableFuture<Void> end) {
    private static final long PAUSE_NANOS = 10_000_000;

    /** Starts the statement, and returns once the server lists it as running. */
    static RunningStatement start(SakilaSchema source, String statement) {
        String marked = "/* running " + System.nanoTime() + " */ " + statement;
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> source.execute(marked));
        String mark = marked.substring(0, marked.indexOf("*/"));
        while (!end.isDone() && source.rows("SHOW PROCESSLIST").stream().noneMatch(row -> row.contains(mark))) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return new RunningStatement(end);
    }

    /** Waits for the end of the statement; throws its failure. */
    void join() {
        end.join();
    }
}
