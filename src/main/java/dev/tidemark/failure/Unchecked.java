package dev.tidemark.failure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What another thread failed by, to be thrown on this one. */
public final class Unchecked {
    private Unchecked() {}

    /** Waits for the answer; a failure is thrown as {@link #of} gives it. */
    public static <R> R join(CompletableFuture<R> answer) {
        try {
            return answer.join();
        } catch (CompletionException failure) {
            throw of(failure.getCause());
        }
    }

    /** The failure as it is, or in a wrapper where it is checked; an error is thrown at once. */
    public static RuntimeException of(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
