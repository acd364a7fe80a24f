package dev.tidemark.star.rows;

import dev.tidemark.run.Counts;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.target.TargetSession;
import java.time.LocalDate;

/** Updates derived tables. They have few rows, so all of them are compared. */
public final class DerivedRows {
    private DerivedRows() {}

    /** Writes and deletes the rows of {@code derived} that differ. */
    public static <T> Counts level(TargetSession target, DerivedSync<T> derived, LocalDate today) {
        Counts counts = new TableWriter<>(target, derived.target())
                .level(Page.whole(derived.expectedRows(target::firstFrom, today).toList()));
        return new Counts(0, counts.inserted(), counts.updated(), counts.deleted(), 0);
    }
}
