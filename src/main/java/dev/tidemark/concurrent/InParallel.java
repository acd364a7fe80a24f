package dev.tidemark.concurrent;

import dev.tidemark.failure.Unchecked;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Asks the source while the warehouse works: each has a processor of its own. */
public final class InParallel {
    private InParallel() {}

    /**
     * Asks the source on a thread of its own while {@code work} works on the warehouse on this one; returns the answer
     * when both are done. A failure of either is thrown here, the warehouse's first.
     *
     * @param cancel ends a question that waits for the source, which no interruption does
     */
    public static <A> A ask(Supplier<A> question, Runnable work, Runnable cancel) {
        FutureTask<A> asked = new FutureTask<>(question::get);
        Thread thread = SourceThread.start(asked);
        try {
            work.run();
            return answerOf(asked);
        } catch (RuntimeException | Error failure) {
            if (asked.cancel(false)) {
                cancel.run();
            } else if (asked.state() == Future.State.FAILED && asked.exceptionNow() != failure) {
                failure.addSuppressed(asked.exceptionNow());
            }
            throw failure;
        } finally {
            SourceThread.join(thread);
        }
    }

    private static <A> A answerOf(FutureTask<A> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failure) {
            throw Unchecked.of(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }
}
