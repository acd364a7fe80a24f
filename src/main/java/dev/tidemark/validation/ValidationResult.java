package dev.tidemark.validation;

import dev.tidemark.comparison.Tolerance;
import dev.tidemark.comparison.Verdict;
import dev.tidemark.star.Period;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.SyncPlan;
import io.micronaut.serde.annotation.Serdeable;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * The result of comparisons.
     *
     * @param plan the strategies of the tables that were compared
     * @param period the days of the facts that were compared; empty for all
     * @param newestFact finds the day of the newest fact in tables of the warehouse
     * @param snapshotAt the state of the source that the warehouse shows
     */
    public static ValidationResult of(
            SyncPlan plan,
            Optional<Period> period,
            Function<List<SourceSync<?, ?>>, Optional<LocalDate>> newestFact,
            Instant snapshotAt,
            List<TableCheck> tables,
            List<TotalCheck> totals,
            List<OrphanCheck> orphans) {
        List<SourceSync<?, ?>> facts =
                plan.sourceSyncs().stream().filter(sync -> sync.factDate().isPresent()).toList();
        boolean isEmpty = tables.stream()
                .filter(check -> facts.stream().anyMatch(fact -> fact.name().equals(check.table())))
                .allMatch(check -> check.sourceRows() == 0 && check.warehouseRows() == 0);
        Optional<EmptyPeriod> empty = isEmpty
                ? Optional.of(new EmptyPeriod(period, newestFact.apply(facts)))
                : Optional.empty();
        return new ValidationResult(
                isValid(tables, totals, orphans),
                period.map(Period::from).orElse(null),
                period.map(Period::to).orElse(null),
                isEmpty,
                empty.flatMap(EmptyPeriod::newest).orElse(null),
                empty.map(EmptyPeriod::warning).orElse(null),
                snapshotAt,
                tables,
                totals,
                orphans);
    }

    /** This result with the verdicts under {@code tolerance}; orphans always count as differences. */
    public ValidationResult tolerating(Tolerance tolerance) {
        List<TableCheck> judgedTables = tables.stream().map(check -> check.tolerating(tolerance)).toList();
        List<TotalCheck> judgedTotals = totals.stream().map(check -> check.tolerating(tolerance)).toList();
        return new ValidationResult(
                isValid(judgedTables, judgedTotals, orphans), from, to, periodIsEmpty, newestFact, warning, snapshotAt,
                judgedTables, judgedTotals, orphans);
    }

    private static boolean isValid(List<TableCheck> tables, List<TotalCheck> totals, List<OrphanCheck> orphans) {
        return orphans.isEmpty()
                && Stream.concat(tables.stream().map(TableCheck::verdict), totals.stream().map(TotalCheck::verdict))
                        .noneMatch(Verdict.DIFFERENT::equals);
    }

    /**
     * A row that refers to a missing row.
     *
     * @param table the table of the row
     * @param row SQLite's row id, 0 in a table without row ids; in a lake, the leading value of the row's natural key
     * @param parent the table that lacks a row
     */
    @Serdeable
    public record OrphanCheck(String table, long row, String parent) implements Serializable {}
}
