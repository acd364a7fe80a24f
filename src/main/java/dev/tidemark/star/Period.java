package dev.tidemark.star;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A span of days.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) implements Serializable {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    /** The first moment of the first day. */
    LocalDateTime firstMoment() {
        return from.atStartOfDay();
    }

    /** The last microsecond of the last day; sources have no finer times. */
    LocalDateTime lastMoment() {
        return to.plusDays(1).atStartOfDay().minus(1, ChronoUnit.MICROS);
    }

    /** The key of the first day, YYYYMMDD. */
    long firstDateKey() {
        return keyOf(from);
    }

    /** The key of the last day, YYYYMMDD. */
    long lastDateKey() {
        return keyOf(to);
    }

    /** The day of a key, YYYYMMDD. */
    public static LocalDate dayOf(long key) {
        return LocalDate.of((int) (key / 10_000), (int) (key / 100 % 100), (int) (key % 100));
    }

    private static long keyOf(LocalDate date) {
        return date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    }
}
