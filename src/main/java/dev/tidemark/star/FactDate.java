package dev.tidemark.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.Scope;
import java.time.LocalDateTime;

/**
 * The date that a fact belongs to, on both sides.
 *
 * @param source the source's column
 * @param target the target's column, a key of the form YYYYMMDD
 */
public record FactDate(Column<LocalDateTime> source, Column<Long> target) {
    /** The source's rows of these days. */
    public Scope ofSource(Period period) {
        return new Scope.Moments(new Scope.Between<>(source, period.firstMoment(), period.lastMoment()));
    }

    /** The target's rows of these days. */
    public Scope.Between<Long> ofTarget(Period period) {
        return new Scope.Between<>(target, period.firstDateKey(), period.lastDateKey());
    }
}
