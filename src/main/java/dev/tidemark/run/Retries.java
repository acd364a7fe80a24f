package dev.tidemark.run;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.tidemark.failure.TidemarkException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tries again, after a growing pause, what failed in a way that may pass: a lost connection, a deadlock, a table that
 * was altered. Each attempt starts from nothing.
 *
 * @param most how many times to try again after the first attempt
 * @param messages is told of each failure that is tried again, in a sentence
 */
public record Retries(int most, Consumer<String> messages) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** The result of the first attempt that succeeds; the last failure where none does. */
    public <R> R call(Supplier<R> attempt) {
        RetryPolicy<R> policy = RetryPolicy.<R>builder()
                .handleIf(failure -> failure instanceof TidemarkException known && known.mayPass())
                .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                .withMaxRetries(most)
                .onRetryScheduled(event -> messages.accept("%s. Trying again in %d s (%d of %d)."
                        .formatted(
                                event.getLastException().getMessage(),
                                event.getDelay().toSeconds(),
                                event.getAttemptCount(),
                                most)))
                .build();
        return Failsafe.with(policy).get(attempt::get);
    }
}
