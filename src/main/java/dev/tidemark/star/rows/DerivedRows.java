package dev.tidemark.star.rows;

import dev.tidemark.run.Counts;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.target.TargetSession;
import java.time.LocalDate;

/** Brings derived tables in line with what they should hold. They have few rows, so each run compares them all. */
public final class DerivedRows {
    private DerivedRows() {}

    /** Writes and deletes what differs in the table of {@code derived}. */
    public static <T> Counts level(TargetSession target, DerivedSync<T> derived, LocalDate today) {
        Counts counts = new TableWriter<>(target, derived.target())
                .level(Page.whole(derived.expectedRows(target::firstFrom, today).toList()));
        return new Counts(0, counts.inserted(), counts.updated(), counts.deleted(), 0);
    }
}
