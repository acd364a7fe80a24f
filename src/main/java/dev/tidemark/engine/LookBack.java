package dev.tidemark.engine;

import dev.tidemark.database.SourceHorizon;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How far a watermark lies before what the source's lists of transactions and statements say, for what no list shows.
 *
 * @param usual the look-back where the lists can be seen
 */
public record LookBack(Duration usual) {
    /** The least look-back where the lists cannot be seen: longer than transactions stay open. */
    public static final Duration WITHOUT_LISTS = Duration.ofHours(1);

    /** Where the next incremental after a snapshot with this horizon starts, UTC. */
    public LocalDateTime watermark(SourceHorizon horizon) {
        return horizon.oldestWrite().minus(inForce(horizon));
    }

    /** What users should know of the look-back; empty where there is nothing to know. */
    public Optional<String> note(SourceHorizon horizon) {
        if (horizon.sure()) {
            return Optional.empty();
        }
        return Optional.of("The source account may not see the transactions of others, so each incremental reads "
                + inForce(horizon).toMinutes() + " minutes back; grant it PROCESS to read less.");
    }

    private Duration inForce(SourceHorizon horizon) {
        return horizon.sure() || usual.compareTo(WITHOUT_LISTS) > 0 ? usual : WITHOUT_LISTS;
    }
}
