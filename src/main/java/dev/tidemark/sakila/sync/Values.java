package dev.tidemark.sakila.sync;

import dev.tidemark.sakila.star.DimDateTable.DimDate;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The conversions of values that several tables share. */
final class Values {
    private Values() {}

    /** An amount in cents, exactly; an amount with a fraction of a cent is an arithmetic error. */
    static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    /** The key of the day of {@code time}; null for null. */
    static Long dateKey(LocalDateTime time) {
        return time == null ? null : Long.valueOf(DimDate.keyOf(time.toLocalDate()));
    }

    /** Calendar days from one day to the other; null if either is. */
    static Long days(LocalDateTime from, LocalDateTime to) {
        return from == null || to == null
                ? null
                : Long.valueOf(ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate()));
    }
}
