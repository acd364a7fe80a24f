package dev.tidemark.star;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The total of a group.
 *
 * @param rows the number of its rows
 * @param amountCents the sum of their amounts in cents; 0 where rows have none
 */
@Serdeable
public record Total(long rows, long amountCents) {
    /** The key for rows without a group. */
    public static final long NO_GROUP = -1;

    /** The sum of both. */
    public Total plus(Total other) {
        return new Total(rows + other.rows, amountCents + other.amountCents);
    }
}
