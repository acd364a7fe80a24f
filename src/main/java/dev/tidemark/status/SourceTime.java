package dev.tidemark.status;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.source.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What the source says of the time.
 *
 * @param time its clock, UTC; null where it cannot be reached
 * @param failure why it cannot be reached; else null
 */
public record SourceTime(Instant time, String failure) {
    /** For those that ask nobody. */
    static final SourceTime UNASKED = new SourceTime(null, null);

    /** Asks {@code source}. An unreachable source is not a failure. */
    public static SourceTime of(Source source) {
        try {
            return new SourceTime(
                    source.clock().truncatedTo(ChronoUnit.SECONDS).toInstant(ZoneOffset.UTC), null);
        } catch (TidemarkException unreachable) {
            return new SourceTime(null, unreachable.getMessage());
        }
    }

    /** The source's clock; {@code other} where it cannot be reached. */
    public Instant or(Clock other) {
        return time == null ? other.instant() : time;
    }
}
