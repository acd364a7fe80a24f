package dev.tidemark.validation;

import dev.tidemark.comparison.Tolerance;
import dev.tidemark.comparison.Verdict;
import dev.tidemark.star.Total;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The total of a group on both sides.
 *
 * @param table the table of the warehouse
 * @param group the kind of group, such as {@code store}
 * @param key the group's natural key; -1 for rows that belong to none
 * @param source the source's total
 * @param warehouse the warehouse's
 * @param verdict equal, pending, tolerated or different
 */
@Serdeable
public record TotalCheck(String table, String group, long key, Total source, Total warehouse, Verdict verdict) {
    /** The same with its verdict under {@code tolerance}. */
    TotalCheck tolerating(Tolerance tolerance) {
        long rowsOff = source.rows() - warehouse.rows();
        return new TotalCheck(
                table,
                group,
                key,
                source,
                warehouse,
                tolerance.judge(verdict, rowsOff, source.centsMoreThan(warehouse)));
    }
}
