package dev.tidemark.engine;

import dev.tidemark.failure.Unchecked;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * What the source and the warehouse answered, asked at the same time: each has a processor of its own.
 *
 * @param there the source's answer
 * @param here the warehouse's answer
 * @param <A> the kind of the source's answer
 * @param <B> the kind of the warehouse's answer
 */
record Beside<A, B>(A there, B here) {
    /**
     * Asks the source on a thread of its own and the warehouse on this one. Returns when both have answered; a failure
     * of either is thrown here, the warehouse's first.
     *
     * @param cancel ends a question that waits for the source, which no interruption does
     */
    static <A, B> Beside<A, B> ask(Supplier<A> there, Supplier<B> here, Runnable cancel) {
        FutureTask<A> asked = new FutureTask<>(there::get);
        Thread thread = SourceThread.start(asked);
        try {
            B answer = here.get();
            return new Beside<>(answerOf(asked), answer);
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

    /** Asks the source on a thread of its own while {@code here} works on the warehouse; returns the answer. */
    static <A> A askDuring(Supplier<A> there, Runnable here, Runnable cancel) {
        return Beside.<A, Void>ask(
                        there,
                        () -> {
                            here.run();
                            return null;
                        },
                        cancel)
                .there();
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
