package dev.tidemark.copy.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Converts stored values to dates and times of the years 1 to 9999. A text is one that {@link IsoText} reads; its
 * offset is applied, so that all times are in UTC, and one without an offset is taken for UTC, as SQLite does. A Long
 * counts seconds since 1970, or milliseconds from 10^11 on. A Double is a Julian day, to the millisecond.
 */
final class TimeConversion {
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;
    private static final long MILLIS = 1_000;
    private static final long MILLIS_OF_A_DAY = 86_400_000;
    private static final double LAST_JULIAN_DAY = 5_373_484.5;
    private static final long JULIAN_DAY_OF_1970 = 210_866_760_000_000L;
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime END = LocalDateTime.of(10_000, 1, 1, 0, 0);
    private static final int NANO_DIGITS = 9;

    private TimeConversion() {}

    /** A LocalDate; of a time, only midnight. */
    static Object day(Object stored) {
        Optional<LocalDateTime> moment = utc(stored);
        if (moment.isEmpty()) {
            return BadValue.of(stored, "is not a date of the years 1 to 9999");
        }
        LocalDate day = moment.get().toLocalDate();
        return day.atStartOfDay().equals(moment.get()) ? day : BadValue.of(stored, "is not a date but has a time");
    }

    /** A LocalDateTime; of a date, its midnight. */
    static Object moment(ColumnType.Moment type, Object stored) {
        return utc(stored)
                .map(moment -> precise(moment.getNano(), type.fractionDigits(), moment, stored))
                .orElseGet(() -> BadValue.of(stored, "is not a date and time of the years 1 to 9999"));
    }

    /** A LocalTime; of text alone, without date and offset. */
    static Object timeOfDay(ColumnType.TimeOfDay type, Object stored) {
        LocalTime time = stored instanceof String text
                ? IsoText.parse(text).filter(read -> read.day() == null).map(IsoText::time).orElse(null)
                : null;
        return time == null
                ? BadValue.of(stored, "is not a time of day")
                : precise(time.getNano(), type.fractionDigits(), time, stored);
    }

    private static Object precise(int nanos, int digits, Object typed, Object stored) {
        int unit = 1;
        for (int digit = digits; digit < NANO_DIGITS; digit++) {
            unit *= 10;
        }
        return nanos % unit == 0
                ? typed
                : BadValue.of(stored, "has more decimals of a second than the %d that fit".formatted(digits));
    }

    private static Optional<LocalDateTime> utc(Object stored) {
        Optional<LocalDateTime> moment = switch (stored) {
            case String text -> IsoText.parse(text).flatMap(IsoText::utc);
            case Long number when Math.abs(number) < FIRST_MILLISECONDS && number != Long.MIN_VALUE ->
                Optional.of(ofMillis(number * MILLIS));
            case Long number -> Optional.of(ofMillis(number));
            case Double number when number >= 0 && number < LAST_JULIAN_DAY ->
                Optional.of(ofMillis((long) (number * MILLIS_OF_A_DAY + 0.5) - JULIAN_DAY_OF_1970));
            default -> Optional.empty();
        };
        return moment.filter(time -> !time.isBefore(FIRST) && time.isBefore(END));
    }

    private static LocalDateTime ofMillis(long millis) {
        int nanos = (int) Math.floorMod(millis, MILLIS) * 1_000_000;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, MILLIS), nanos, ZoneOffset.UTC);
    }
}
