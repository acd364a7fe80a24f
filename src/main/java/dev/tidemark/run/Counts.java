package dev.tidemark.run;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a run did with rows.
 *
 * @param read rows read from the source
 * @param inserted rows that were new
 * @param updated rows that differed
 * @param deleted rows that were removed
 * @param unchanged rows that were read and did not differ
 */
@Serdeable
public record Counts(long read, long inserted, long updated, long deleted, long unchanged) {
    /** Nothing done. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** The sum of both. */
    public Counts plus(Counts other) {
        return new Counts(
                read + other.read,
                inserted + other.inserted,
                updated + other.updated,
                deleted + other.deleted,
                unchanged + other.unchanged);
    }

    /** Rows of the warehouse that were written. */
    public long written() {
        return inserted + updated + deleted;
    }
}
