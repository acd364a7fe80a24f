package dev.tidemark.cli.output;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.status.PipelineStatus;
import dev.tidemark.status.TableStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The age of what a pipeline keeps level, and the age that is allowed.
 *
 * @param subject what is kept level, such as {@code the warehouse}
 * @param seconds the age of its oldest table; empty where some table was never loaded
 * @param most the age that is allowed
 * @param doubt why the age is by this machine's clock; empty where it is by the source's
 */
public record Lag(String subject, Optional<Long> seconds, Duration most, Optional<String> doubt) {
    /**
     * The age that {@code status} tells; {@code most} is allowed.
     *
     * @param doubt as in {@link Lag}
     */
    public static Lag of(PipelineStatus status, Duration most, Optional<String> doubt) {
        return of(status.subject(), status.tables(), most, doubt);
    }

    /** The same of these tables of {@code subject}. */
    public static Lag of(
            String subject, List<? extends TableStatus> tables, Duration most, Optional<String> doubt) {
        return new Lag(subject, oldest(tables), most, doubt);
    }

    /** The age of the oldest table in seconds; empty where some table was never loaded. */
    static Optional<Long> oldest(List<? extends TableStatus> tables) {
        boolean loaded = tables.stream().allMatch(table -> table.lagSeconds() != null);
        return tables.stream()
                .filter(table -> loaded)
                .map(TableStatus::lagSeconds)
                .max(Comparator.naturalOrder());
    }

    /** Whether it is older than allowed, or was never loaded as a whole. */
    public boolean isTooLong() {
        return seconds.isEmpty() || seconds.get() > most.toSeconds();
    }

    /** The one line that a monitor shows. */
    public String line() {
        String limit = " (at most " + TextTable.lag(most.toSeconds()) + ")";
        String age = seconds.map(lag -> subject + " is " + TextTable.lag(lag) + " behind the source" + limit)
                .orElse(subject + " was never loaded");
        return (isTooLong() ? "LATE: " : "OK: ") + age
                + doubt.map(why -> "; by this machine's clock: " + why).orElse("");
    }
}
