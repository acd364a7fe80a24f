package dev.tidemark.validation;

import dev.tidemark.comparison.Tolerance;
import dev.tidemark.comparison.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a validation.
 *
 * @param valid whether there is no difference; pending and tolerated rows do not count
 * @param from the first day of the facts that were compared; null for all
 * @param to the last day; null for all
 * @param periodIsEmpty whether neither side has a fact in the period, so that no facts were compared
 * @param newestFact where the period is empty, the day of the warehouse's newest fact; null for none
 * @param warning where the period is empty, what was not compared and how to compare it; else null
 * @param snapshotAt the state of the source that the warehouse shows, UTC by the source's clock
 * @param tables one for each table
 * @param totals totals that were compared
 * @param orphans rows that refer to missing rows, at most the first 100
 */
@Serdeable
public record ValidationResult(
        boolean valid,
        LocalDate from,
        LocalDate to,
        boolean periodIsEmpty,
        LocalDate newestFact,
        String warning,
        Instant snapshotAt,
        List<TableCheck> tables,
        List<TotalCheck> totals,
        List<OrphanCheck> orphans) {

    /** This result with the verdicts under {@code tolerance}; orphans always count as differences. */
    public ValidationResult tolerating(Tolerance tolerance) {
        List<TableCheck> judgedTables = tables.stream().map(check -> check.tolerating(tolerance)).toList();
        List<TotalCheck> judgedTotals = totals.stream().map(check -> check.tolerating(tolerance)).toList();
        boolean judgedValid = orphans.isEmpty()
                && verdicts(judgedTables, judgedTotals).noneMatch(Verdict.DIFFERENT::equals);
        return new ValidationResult(
                judgedValid, from, to, periodIsEmpty, newestFact, warning, snapshotAt, judgedTables, judgedTotals,
                orphans);
    }

    private static Stream<Verdict> verdicts(List<TableCheck> tables, List<TotalCheck> totals) {
        return Stream.concat(tables.stream().map(TableCheck::verdict), totals.stream().map(TotalCheck::verdict));
    }

    /**
     * A row that refers to a missing row.
     *
     * @param table the table of the row
     * @param row SQLite's row id; 0 in a table without row ids
     * @param parent the table that lacks a row
     */
    @Serdeable
    public record OrphanCheck(String table, long row, String parent) {}
}
