package dev.tidemark.run;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.tidemark.failure.TidemarkException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tries again after a temporary failure, such as a lost connection, a deadlock or an altered table. The pauses grow,
 * and each attempt starts from the beginning. A server that stays silent is given up after ten minutes in all.
 *
 * @param most how many times to try again after the first attempt
 * @param timeout how long the server may be silent in one attempt
 * @param nanoTime such as {@code System::nanoTime}
 * @param messages takes a sentence for each new attempt
 */
public record Retries(int most, Duration timeout, LongSupplier nanoTime, Consumer<String> messages) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** Returns the result of the first attempt that succeeds; throws the last failure if none does. */
    public <R> R call(Supplier<R> attempt) {
        AtomicReference<Silence> silence = new AtomicReference<>(Silence.none(timeout));
        RetryPolicy<R> policy = RetryPolicy.<R>builder()
                .handleIf(failure -> failure instanceof TidemarkException known
                        && known.mayPass()
                        && silence.get().allowsAnother())
                .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                .withMaxRetries(most)
                .onRetryScheduled(event -> messages.accept("%s. Trying again in %d s (%d of %d)."
                        .formatted(
                                event.getLastException().getMessage(),
                                event.getDelay().toSeconds(),
                                event.getAttemptCount(),
                                most)))
                .build();
        return Failsafe.with(policy).get(() -> {
            long start = nanoTime.getAsLong();
            try {
                return attempt.get();
            } catch (RuntimeException failure) {
                Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
                silence.updateAndGet(before -> before.after(took, failure));
                throw failure;
            }
        });
    }
}
