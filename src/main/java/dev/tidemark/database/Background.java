package dev.tidemark.database;

import dev.tidemark.failure.Unchecked;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An answer that a thread of its own works out while the caller does something else. The thread keeps no process alive.
 *
 * @param <R> the kind of answer
 */
public final class Background<R> {
    private final CompletableFuture<R> answer;

    private Background(CompletableFuture<R> answer) {
        this.answer = answer;
    }

    /** Begins to work out the answer of {@code work}. */
    public static <R> Background<R> of(Supplier<R> work) {
        return new Background<>(CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().name("source-ahead").daemon().start(task)));
    }

    /** An answer that is there. */
    static <R> Background<R> there(R answer) {
        return new Background<>(CompletableFuture.completedFuture(answer));
    }

    /** Whether the answer, or a failure to work it out, is there. */
    boolean isSettled() {
        return answer.isDone();
    }

    /** Waits for the answer, and returns whether there is one rather than a failure. */
    boolean succeeds() {
        return answer.handle((there, failure) -> failure == null).join();
    }

    /** Waits for the answer; a failure to work it out is thrown here. */
    public R get() {
        return Unchecked.join(answer);
    }

    /**
     * Waits for the answer, but no longer than {@code patience}: one that comes later goes to {@code tooLate}, and this
     * returns nothing. A failure to work it out in time is thrown here.
     */
    Optional<R> within(Duration patience, Consumer<R> tooLate) {
        try {
            return Optional.of(
                    answer.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof TimeoutException) {
                answer.thenAccept(tooLate);
                return Optional.empty();
            }
            throw Unchecked.of(failure.getCause());
        }
    }

    /**
     * Gives the answer to {@code consumer}: now where it is there, else when it is, and never if there is none. Returns
     * when that is settled, but after {@code patience} at the latest.
     */
    void whenThere(Consumer<R> consumer, Duration patience) {
        answer.<Void>handle((there, failure) -> {
                    if (failure == null) {
                        consumer.accept(there);
                    }
                    return null;
                })
                // A copy: to complete the original would take the answer from the consumer.
                .copy()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
