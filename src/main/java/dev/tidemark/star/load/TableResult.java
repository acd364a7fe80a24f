package dev.tidemark.star.load;

import dev.tidemark.run.Counts;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What a run did with one table.
 *
 * @param table the table's name
 * @param counts its rows
 * @param milliseconds the time it took
 */
@Serdeable
public record TableResult(String table, Counts counts, long milliseconds) {
    /** This result and more of the same table. */
    public TableResult plus(Counts more, long moreMilliseconds) {
        return new TableResult(table, counts.plus(more), milliseconds + moreMilliseconds);
    }
}
