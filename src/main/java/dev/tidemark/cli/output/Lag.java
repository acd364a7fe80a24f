package dev.tidemark.cli.output;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.status.StatusResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * The age of a warehouse, and the age that is allowed.
 *
 * @param seconds the age of its oldest table; empty where some table was never loaded
 * @param most the age that is allowed
 * @param doubt why the age is by this machine's clock; empty where it is by the source's
 */
public record Lag(Optional<Long> seconds, Duration most, Optional<String> doubt) {
    /** The age of the warehouse with this {@code status}; {@code most} is allowed. */
    public static Lag of(StatusResult status, Duration most) {
        return new Lag(oldest(status), most, Optional.ofNullable(status.sourceFailure()));
    }

    /** The age of the oldest table in seconds; empty where some table was never loaded. */
    static Optional<Long> oldest(StatusResult status) {
        boolean loaded = status.tables().stream().allMatch(table -> table.lagSeconds() != null);
        return status.tables().stream()
                .filter(table -> loaded)
                .map(StatusResult.Table::lagSeconds)
                .max(Comparator.naturalOrder());
    }

    /** Whether the warehouse is older than allowed, or was never loaded as a whole. */
    public boolean isTooLong() {
        return seconds.isEmpty() || seconds.get() > most.toSeconds();
    }

    /** The one line that a monitor shows. */
    public String line() {
        String limit = " (at most " + TextTable.lag(most.toSeconds()) + ")";
        String age = seconds.map(lag -> "the warehouse is " + TextTable.lag(lag) + " behind the source" + limit)
                .orElse("the warehouse was never loaded");
        return (isTooLong() ? "LATE: " : "OK: ") + age
                + doubt.map(why -> "; by this machine's clock: " + why).orElse("");
    }
}
