package dev.tidemark.concurrent;

import dev.tidemark.failure.Unchecked;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An answer that another thread computes while the caller goes on. The thread does not keep the process alive.
 *
 * @param <R> the type of the answer
 */
public final class Background<R> {
    private final CompletableFuture<R> answer;

    private Background(CompletableFuture<R> answer) {
        this.answer = answer;
    }

    /** Starts {@code work} on another thread; its result is the answer. */
    public static <R> Background<R> of(Supplier<R> work) {
        return new Background<>(CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().name("background").daemon().start(task)));
    }

    /** Waits for the answer and returns it; throws the failure of the work. */
    public R get() {
        return Unchecked.join(answer);
    }

    /**
     * Gives the answer to {@code consumer} as soon as it is there, even after this method returned; never, if the work
     * fails. Returns after that, or after {@code patience} at the latest.
     */
    public void whenThere(Consumer<R> consumer, Duration patience) {
        answer.<Void>handle((there, failure) -> {
                    if (failure == null) {
                        consumer.accept(there);
                    }
                    return null;
                })
                // The time-out completes a copy: completing the original would take the answer from the consumer.
                .copy()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
