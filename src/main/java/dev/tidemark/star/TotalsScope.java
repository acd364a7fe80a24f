package dev.tidemark.star;

import static org.mybatis.dynamic.sql.SqlBuilder.isBetweenWhenPresent;
import static org.mybatis.dynamic.sql.SqlBuilder.isInWhenPresent;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.where.condition.IsBetween;
import org.mybatis.dynamic.sql.where.condition.IsInWhenPresent;

/**
 * The rows that totals are of, as conditions that hold for every row where they restrict nothing.
 *
 * @param period the days of the facts; empty for all
 * @param rows the natural keys of the rows; empty for all
 */
public record TotalsScope(Optional<Period> period, List<Long> rows) {
    public TotalsScope {
        rows = List.copyOf(rows);
    }

    /** All rows. */
    public static TotalsScope all() {
        return new TotalsScope(Optional.empty(), List.of());
    }

    /** The facts of a period, or all. */
    public static TotalsScope of(Optional<Period> period) {
        return new TotalsScope(period, List.of());
    }

    /** The rows with these keys, of which there is at least one. */
    public static TotalsScope of(List<Long> keys) {
        return new TotalsScope(Optional.empty(), keys);
    }

    /** The condition on a fact's time in the source. */
    public IsBetween<LocalDateTime> times() {
        return isBetweenWhenPresent(period.map(Period::firstMoment).orElse(null))
                .and(period.map(Period::lastMoment).orElse(null));
    }

    /** The condition on a fact's date in the warehouse. */
    public IsBetween<Long> dateKeys() {
        return isBetweenWhenPresent(period.map(Period::firstDateKey).orElse(null))
                .and(period.map(Period::lastDateKey).orElse(null));
    }

    /** The condition on a fact's natural key. */
    public IsInWhenPresent<Long> keys() {
        return isInWhenPresent(rows);
    }
}
