package dev.tidemark.star.load;

import dev.tidemark.run.Counts;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The result of a run for one table.
 *
 * @param table the table's name
 * @param counts its rows
 * @param milliseconds the time it took
 */
@Serdeable
public record TableResult(String table, Counts counts, long milliseconds) {
    /** The sum of this result and more of the same table. */
    public TableResult plus(Counts more, long moreMilliseconds) {
        return new TableResult(table, counts.plus(more), milliseconds + moreMilliseconds);
    }
}
