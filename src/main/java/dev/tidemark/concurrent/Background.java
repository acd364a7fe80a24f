package dev.tidemark.concurrent;

import dev.tidemark.failure.Unchecked;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
                work, task -> Thread.ofPlatform().name("source").daemon().start(task)));
    }

    /** Waits for the answer; a failure to work it out is thrown here. */
    public R get() {
        return Unchecked.join(answer);
    }

    /**
     * Gives the answer to {@code consumer}: now where it is there, else when it is, and never if there is none. Returns
     * when that is settled, but after {@code patience} at the latest.
     */
    public void whenThere(Consumer<R> consumer, Duration patience) {
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
