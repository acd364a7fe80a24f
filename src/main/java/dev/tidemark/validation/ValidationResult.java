package dev.tidemark.validation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a validation found.
 *
 * @param valid whether there is no difference; pending rows are none
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
