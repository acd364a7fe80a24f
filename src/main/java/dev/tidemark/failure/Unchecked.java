package dev.tidemark.failure;

/** What another thread failed by, to be thrown on this one. */
public final class Unchecked {
    private Unchecked() {}

    /** The failure as it is, or in a wrapper where it is checked; an error is thrown at once. */
    public static RuntimeException of(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
