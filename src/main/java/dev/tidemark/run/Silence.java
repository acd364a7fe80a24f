package dev.tidemark.run;

import dev.tidemark.failure.Causes;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * For how long a server has been silent in the attempts of a run.
 *
 * @param timeout how long it may be silent before its connection counts as broken
 * @param sofar for how long it was silent in the attempts that failed because of that
 */
record Silence(Duration timeout, Duration sofar) {
    /** All attempts together wait no longer than this for a silent server, unless one attempt alone does. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** No attempt was made. */
    static Silence none(Duration timeout) {
        return new Silence(timeout, Duration.ZERO);
    }

    /** This with another attempt, which took so long and failed so. */
    Silence after(Duration attempt, Throwable failure) {
        boolean silent = Causes.of(failure).anyMatch(SocketTimeoutException.class::isInstance);
        return silent ? new Silence(timeout, sofar.plus(shorter(attempt))) : this;
    }

    /** Whether the server may be silent for another attempt. */
    boolean allowsAnother() {
        return sofar.plus(timeout).compareTo(LONGEST) <= 0;
    }

    private Duration shorter(Duration attempt) {
        return attempt.compareTo(timeout) < 0 ? attempt : timeout;
    }
}
