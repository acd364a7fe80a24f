package dev.tidemark.cli.exit;

import dev.tidemark.cli.terminal.Messages;
import dev.tidemark.target.CommitGate;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Handles a signal that ends the process during a command: stops further commits, and prints what became of the work.
 * The JVM then exits with 128 and the signal's number; SQLite discards the open transaction.
 */
public final class Interruption implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** From now on a signal closes {@code gate}; the caller closes this when the command has done its work. */
    public static Interruption closing(CommitGate gate, Messages messages) {
        Thread hook = new Thread(() -> {
            String sentence = sentence(gate.close(PATIENCE));
            messages.end();
            messages.insist(sentence);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook prints the last line: this thread waits for the end of the process.
            while (true) {
                LockSupport.park();
            }
        }
    }

    private static String sentence(CommitGate.Work work) {
        return switch (work) {
            case ROLLED_BACK -> "Interrupted and rolled back; what was committed before stays.";
            case COMMITTED -> "Interrupted when the run was complete; its result stays.";
            case COMMITTING -> "Interrupted during the commit; all of it is kept or nothing, as status says.";
        };
    }
}
