package dev.tidemark.failure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Rethrows the failure of another thread on this one. */
public final class Unchecked {
    private Unchecked() {}

    /** Waits for the answer and returns it; throws a failure as {@link #of} returns it. */
    public static <R> R join(CompletableFuture<R> answer) {
        try {
            return answer.join();
        } catch (CompletionException failure) {
            throw of(failure.getCause());
        }
    }

    /** The failure itself, or a wrapper of a checked one; throws an error at once. */
    public static RuntimeException of(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
