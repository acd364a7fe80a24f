package dev.tidemark.star;

import dev.tidemark.run.Counts;
import dev.tidemark.sqlite.WarehouseSession;
import java.time.LocalDate;

/** Brings derived tables in line with what they should hold. They have few rows, so each run compares them all. */
final class DerivedRows {
    private DerivedRows() {}

    /** Writes and deletes what differs in the table of {@code derived}. */
    static <T> Counts level(WarehouseSession warehouse, DerivedSync<T> derived, LocalDate today) {
        Counts counts = new TableWriter<>(warehouse, derived.target())
                .level(Page.whole(derived.expectedRows(warehouse, today).toList()));
        return new Counts(0, counts.inserted(), counts.updated(), counts.deleted(), 0);
    }
}
