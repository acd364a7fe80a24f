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
        String hint = horizon.sight() == SourceHorizon.Sight.DENIED ? "; grant it PROCESS to read less." : ".";
        return consequence(horizon).map(told -> told + hint);
    }

    /** What lists that cannot be seen lead to, without a full stop; empty where they can be seen. */
    public Optional<String> consequence(SourceHorizon horizon) {
        long minutes = inForce(horizon).toMinutes();
        return switch (horizon.sight()) {
            case CLEAR -> Optional.empty();
            case DENIED -> Optional.of("The source account may not see the transactions of others, so each incremental"
                    + " reads " + minutes + " minutes back");
            case OBSTRUCTED -> Optional.of("The source cannot list its transactions while a statement with a four-byte"
                    + " character runs, so the next incremental reads " + minutes + " minutes back");
        };
    }

    private Duration inForce(SourceHorizon horizon) {
        boolean clear = horizon.sight() == SourceHorizon.Sight.CLEAR;
        return clear || usual.compareTo(WITHOUT_LISTS) > 0 ? usual : WITHOUT_LISTS;
    }
}
