package dev.tidemark.run;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.tidemark.failure.TidemarkException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tries again after a temporary failure, such as a lost connection, a deadlock or an altered table. The pauses grow,
 * and each attempt starts from the beginning.
 *
 * @param most how many times to try again after the first attempt
 * @param messages takes a sentence for each new attempt
 */
public record Retries(int most, Consumer<String> messages) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** Returns the result of the first attempt that succeeds; throws the last failure if none does. */
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
