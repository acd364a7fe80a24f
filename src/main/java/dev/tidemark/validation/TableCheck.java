package dev.tidemark.validation;

import dev.tidemark.comparison.Tolerance;
import dev.tidemark.comparison.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * The comparison of a table; of facts, only the rows of the period.
 *
 * @param table the table's name
 * @param snapshotAt the state of the source that the table shows, UTC; null where it was never loaded
 * @param lastUpdate the most recent time of change in the rows of its source then, as the source writes it; null for
 *     none
 * @param sourceRows rows that the source has
 * @param warehouseRows rows that the warehouse has
 * @param missing rows that only the source has
 * @param extra rows that only the warehouse has
 * @param different rows that differ
 * @param duplicates rows of the warehouse beyond the first with the same natural key
 * @param pending rows that differ because the source changed since the last run; counted nowhere else
 * @param samples the first differences that are not pending, at most {@value RowComparison#SAMPLES} of each kind
 * @param verdict equal, pending, tolerated or different
 */
@Serdeable
public record TableCheck(
        String table,
        Instant snapshotAt,
        String lastUpdate,
        long sourceRows,
        long warehouseRows,
        long missing,
        long extra,
        long different,
        long duplicates,
        long pending,
        List<RowDifference> samples,
        Verdict verdict) {

    /** The number of wrong rows of all kinds. */
    public long wrong() {
        return missing + extra + different + duplicates;
    }

    /** The same with its verdict under {@code tolerance}. */
    TableCheck tolerating(Tolerance tolerance) {
        return new TableCheck(
                table, snapshotAt, lastUpdate, sourceRows, warehouseRows, missing, extra, different, duplicates,
                pending, samples, tolerance.judge(verdict, wrong(), 0));
    }
}
