package dev.tidemark.validation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a validation found.
 *
 * @param valid whether there is no difference; pending and tolerated rows are none
 * @param from the first day of the facts that were compared; null for all
 * @param to the last day; null for all
 * @param periodIsEmpty whether there is no fact in the period on either side, so that facts were not put to the test
 * @param snapshotAt the state of the source that the warehouse shows, UTC by the source's clock
 * @param tables one entry a table
 * @param totals totals that were compared
 * @param orphans rows that refer to rows which are not there, at most the first 100
 */
@Serdeable
public record ValidationResult(
        boolean valid,
        LocalDate from,
        LocalDate to,
        boolean periodIsEmpty,
        Instant snapshotAt,
        List<TableCheck> tables,
        List<TotalCheck> totals,
        List<OrphanCheck> orphans) {

    /** What was found, with a verdict that counts no difference within {@code tolerance}; orphans always count. */
    public ValidationResult tolerating(Tolerance tolerance) {
        List<TableCheck> judgedTables = tables.stream().map(tolerance::judge).toList();
        List<TotalCheck> judgedTotals = totals.stream().map(tolerance::judge).toList();
        boolean judgedValid = orphans.isEmpty()
                && verdicts(judgedTables, judgedTotals).noneMatch(Verdict.DIFFERENT::equals);
        return new ValidationResult(
                judgedValid, from, to, periodIsEmpty, snapshotAt, judgedTables, judgedTotals, orphans);
    }

    /** Whether anything is not as it should be, though it may not be wrong: pending or tolerated rows, no facts. */
    public boolean hasWarnings() {
        return periodIsEmpty || verdicts(tables, totals).anyMatch(verdict -> verdict != Verdict.EQUAL);
    }

    private static Stream<Verdict> verdicts(List<TableCheck> tables, List<TotalCheck> totals) {
        return Stream.concat(tables.stream().map(TableCheck::verdict), totals.stream().map(TotalCheck::verdict));
    }

    /**
     * Rows that refer to a row which is not there.
     *
     * @param table the table of the row
     * @param row SQLite's number of the row; 0 in a table without
     * @param parent the table that lacks a row
     */
    @Serdeable
    public record OrphanCheck(String table, long row, String parent) {}
}
