package dev.tidemark.validation;

import dev.tidemark.comparison.Tolerance;
import dev.tidemark.comparison.Verdict;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.Total;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

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
    /**
     * The totals of a table on both sides, by the natural keys of the groups.
     *
     * @param ofRows the verdict on the table's rows; totals that differ are pending if it is, else wrong
     */
    public static List<TotalCheck> of(
            String table,
            ControlTotals totals,
            SortedMap<Long, Total> source,
            SortedMap<Long, Total> warehouse,
            Verdict ofRows) {
        TreeSet<Long> groups = new TreeSet<>(source.keySet());
        groups.addAll(warehouse.keySet());
        return groups.stream()
                .map(group -> of(
                        table,
                        totals.group(),
                        group,
                        source.getOrDefault(group, totals.ofNoRow()),
                        warehouse.getOrDefault(group, totals.ofNoRow()),
                        ofRows))
                .toList();
    }

    private static TotalCheck of(
            String table, String kind, long group, Total source, Total warehouse, Verdict ofRows) {
        Verdict verdict = source.equals(warehouse)
                ? Verdict.EQUAL
                : ofRows == Verdict.PENDING ? Verdict.PENDING : Verdict.DIFFERENT;
        return new TotalCheck(table, kind, group, source, warehouse, verdict);
    }

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
