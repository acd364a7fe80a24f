package dev.tidemark.concurrent;

import dev.tidemark.failure.Unchecked;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Asks the source and works on the warehouse at the same time: each has its own processor. */
public final class InParallel {
    private InParallel() {}

    /**
     * Asks {@code question} on another thread while {@code work} runs on this one; returns the answer when both are
     * done. A failure of either is thrown here, the warehouse's first.
     *
     * @param cancel ends a question that waits for the source; an interruption does not
     */
    public static <A> A ask(Supplier<A> question, Runnable work, Runnable cancel) {
        return ask(
                question,
                () -> {
                    work.run();
                    return null;
                },
                (answer, nothing) -> answer,
                cancel);
    }

    /** The same; returns what {@code combining} makes of the answer and of the result of {@code work}. */
    public static <A, W, R> R ask(
            Supplier<A> question, Supplier<W> work, BiFunction<A, W, R> combining, Runnable cancel) {
        FutureTask<A> asked = new FutureTask<>(question::get);
        Thread thread = SourceThread.start(asked);
        try {
            W result = work.get();
            return combining.apply(answerOf(asked), result);
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
