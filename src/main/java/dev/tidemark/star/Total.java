package dev.tidemark.star;

import io.micronaut.serde.annotation.Serdeable;
import java.io.Serializable;

/**
 * The total of a group.
 *
 * @param rows the number of its rows
 * @param amountCents the sum of their amounts in cents; null where rows have none
 */
@Serdeable
public record Total(long rows, Long amountCents) implements Serializable {
    /** The key for rows without a group. */
    public static final long NO_GROUP = -1;

    /** The key for all rows of a table together. */
    public static final long WHOLE_TABLE = -2;

    /** The sum of both. */
    public Total plus(Total other) {
        return new Total(rows + other.rows, amountCents == null ? null : amountCents + other.amountCents);
    }

    /** By how many cents this sum is more than the other; 0 where rows have no amounts. */
    public long centsMoreThan(Total other) {
        return amountCents == null ? 0 : amountCents - other.amountCents;
    }
}
