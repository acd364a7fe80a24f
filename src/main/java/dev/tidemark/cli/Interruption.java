package dev.tidemark.cli;

import dev.tidemark.database.CommitGate;
import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * What happens when a signal ends the process in the middle of a run: nothing commits any more, and a line says so. The
 * JVM then exits with 128 and the signal's number; SQLite discards the open transaction.
 */
final class Interruption {
    private Interruption() {}

    /** Calls {@code action}; a signal in the meantime closes {@code gate}. */
    static <R> R guarding(CommitGate gate, PrintWriter err, Supplier<R> action) {
        Thread hook = new Thread(() -> {
            gate.close();
            err.println("tidemark: Interrupted and rolled back; the warehouse is as the last run left it.");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return action.get();
        } finally {
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: it is the signal that ends this action, and the process with it.
            Thread.currentThread().interrupt();
        }
    }
}
