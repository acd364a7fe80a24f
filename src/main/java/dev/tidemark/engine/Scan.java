package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.failure.Unchecked;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A question to a state of the source that is asked once, by whichever thread comes first.
 *
 * @param <T> the kind of answer
 */
final class Scan<T> {
    private final Function<SourceSnapshot, T> question;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    Scan(Function<SourceSnapshot, T> question) {
        this.question = question;
    }

    /** Asks {@code snapshot}, unless it was asked; a failure is the answer then. */
    void ask(SourceSnapshot snapshot) {
        if (taken.compareAndSet(false, true)) {
            try {
                answer.complete(question.apply(snapshot));
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        }
    }

    /** Asks {@code snapshot}, or waits for whoever asks; a failure is thrown here. */
    T answer(SourceSnapshot snapshot) {
        ask(snapshot);
        return Unchecked.join(answer);
    }

    /** Whether nobody has to wait for the answer, or for the failure. */
    boolean isAnswered() {
        return answer.isDone();
    }
}
