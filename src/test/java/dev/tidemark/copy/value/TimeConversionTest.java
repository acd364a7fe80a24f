package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.Randomly;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeConversionTest {
    private static final ColumnType DAY = new ColumnType.Day();
    private static final ColumnType MOMENT = new ColumnType.Moment(6, false);
    private static final ColumnType ZONED = new ColumnType.Moment(6, true);
    private static final ColumnType SECONDS = new ColumnType.Moment(0, false);
    private static final ColumnType TIME = new ColumnType.TimeOfDay(3);

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29T00:00",
        "2024-02-29 10:20, 2024-02-29T10:20",
        "2024-02-29T10:20, 2024-02-29T10:20",
        "2024-02-29 10:20:30, 2024-02-29T10:20:30",
        "2024-02-29 10:20:30.5, 2024-02-29T10:20:30.5",
        "2024-02-29 10:20:30.123456, 2024-02-29T10:20:30.123456",
        "2024-02-29 10:20:30.123456000000, 2024-02-29T10:20:30.123456",
        "2024-02-29T10:20:30Z, 2024-02-29T10:20:30",
        "2024-02-29T10:20:30.25z, 2024-02-29T10:20:30.25",
        "2024-02-29 10:20 Z, 2024-02-29T10:20",
        "2024-02-29T10:20:30+02:00, 2024-02-29T08:20:30",
        "2024-02-29 23:20:30 -02:30, 2024-03-01T01:50:30",
        "2024-02-29 10:20+02, 2024-02-29T08:20",
        "0001-01-01, 0001-01-01T00:00",
        "9999-12-31 23:59:59.999999, 9999-12-31T23:59:59.999999",
        "0000-12-31T23:00:00-01:00, 0001-01-01T00:00"
    })
    void aTextIsATimeInUtc(String stored, LocalDateTime typed) {
        assertEquals(typed, Conversion.typed(MOMENT, stored));
        assertEquals(typed, Conversion.typed(ZONED, stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "now", "2023-02-29", "2024-02-30", "2024-13-01", "2024-00-01", "2024-01-00", "0000-01-01", "10000-01-01",
        "-2024-01-01", "24-01-01", "2024-1-1", "2024/01/01", "20240101", "01.02.2024", "2024-01-01 24:00",
        "2024-01-01 10:60", "2024-01-01 23:59:60", "2024-01-01 10", "2024-01-01 10:20:3", "2024-01-01 10:20:30.",
        "2024-01-01 10:20:30,5", "2024-01-01  10:20", " 2024-01-01", "2024-01-01 ", "2024-01-01t10:20",
        "2024-01-01T10:20:30 CET", "2024-01-01T10:20:30+0200", "2024-01-01T10:20:30+25:00", "2024-01-01T10:20:30+02:60",
        "2024-01-01T10:20:30ZZ", "10:20", "٢٠٢٤-01-01", "0001-01-01T00:00:00+01:00", "9999-12-31T23:00:00-01:00",
        "2024-01-01 10:20:30.1234567891", "2460310.5", "1704067200"
    })
    void otherTextIsNoTime(String text) {
        assertBad("\"" + text + "\" is not a date and time of the years 1 to 9999", MOMENT, text);
        assertBad("\"" + text + "\" is not a date of the years 1 to 9999", DAY, text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00",
        "-1, 1969-12-31T23:59:59",
        "1704067200, 2024-01-01T00:00",
        "99999999999, 5138-11-16T09:46:39",
        "100000000000, 1973-03-03T09:46:40",
        "1704067200123, 2024-01-01T00:00:00.123",
        "-62135596800, 0001-01-01T00:00",
        "-100000000001, 1966-10-31T14:13:19.999",
        "253402300799999, 9999-12-31T23:59:59.999"
    })
    void aLongCountsSecondsOrMilliseconds(long stored, LocalDateTime typed) {
        assertEquals(typed, Conversion.typed(MOMENT, stored));
    }

    @ParameterizedTest
    @ValueSource(longs = {-62135596801L, 253402300800000L, -62135596800001L, Long.MIN_VALUE, Long.MAX_VALUE})
    void aLongOfOtherYearsIsBad(long stored) {
        assertBad(stored + " is not a date and time of the years 1 to 9999", MOMENT, stored);
    }

    @ParameterizedTest
    @CsvSource({
        "2440587.5, 1970-01-01T00:00",
        "2460310.5, 2024-01-01T00:00",
        "2460310.9307291666, 2024-01-01T10:20:15",
        "2460310.75, 2024-01-01T06:00",
        "1721425.5, 0001-01-01T00:00"
    })
    void aDoubleIsAJulianDay(double stored, LocalDateTime typed) {
        assertEquals(typed, Conversion.typed(SECONDS, stored));
    }

    @ParameterizedTest
    @ValueSource(doubles = {
        -1, 0, 1721425.4999, 5373484.5, 1704067200.5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    })
    void aDoubleOfOtherYearsIsBad(double stored) {
        assertBad(NumberText.of(stored) + " is not a date and time of the years 1 to 9999", MOMENT, stored);
    }

    @Test
    void timesAreWhatSqliteReads() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement select =
                        connection.prepareStatement("SELECT strftime('%Y-%m-%d %H:%M:%f', ?), julianday(?)")) {
            Randomly.repeat(500, random -> {
                LocalDateTime time = LocalDateTime.of(1, 1, 2, 0, 0)
                        .plusDays(random.nextInt(3_652_000))
                        .plusNanos(random.nextLong(86_400_000L) * 1_000_000);
                String text = time + List.of("", "+05:45", " -11:00").get(random.nextInt(3));
                assertEquals(sqlites(select, text, 1), text(Conversion.typed(MOMENT, text)));
                Double julian = Double.valueOf(sqlites(select, text, 2));
                assertEquals(sqlites(select, julian, 1), text(Conversion.typed(MOMENT, julian)));
            });
        }
    }

    private static String sqlites(PreparedStatement select, Object value, int column) {
        try {
            select.setObject(1, value);
            select.setObject(2, value);
            try (ResultSet found = select.executeQuery()) {
                return found.getString(column);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String text(Object moment) {
        return "%1$tF %1$tT.%1$tL".formatted((LocalDateTime) moment);
    }

    static final List<Arguments> DAYS = List.of(
            Arguments.of("2024-02-29", LocalDate.of(2024, 2, 29)),
            Arguments.of("2024-02-29 00:00:00.000", LocalDate.of(2024, 2, 29)),
            Arguments.of("2024-02-29T00:00Z", LocalDate.of(2024, 2, 29)),
            Arguments.of("2024-02-29T02:00+02:00", LocalDate.of(2024, 2, 29)),
            Arguments.of(1704067200L, LocalDate.of(2024, 1, 1)),
            Arguments.of(1704067200000L, LocalDate.of(2024, 1, 1)),
            Arguments.of(2460310.5, LocalDate.of(2024, 1, 1)));

    @ParameterizedTest
    @FieldSource("DAYS")
    void midnightIsADay(Object stored, LocalDate typed) {
        assertEquals(typed, Conversion.typed(DAY, stored));
    }

    static final List<Arguments> NO_DAYS = List.of(
            Arguments.of("2024-02-29 00:00:01", "\"2024-02-29 00:00:01\" is not a date but has a time"),
            Arguments.of("2024-02-29T00:00+02:00", "\"2024-02-29T00:00+02:00\" is not a date but has a time"),
            Arguments.of(2024L, "2024 is not a date but has a time"),
            Arguments.of(2460310.0, "2460310.0 is not a date but has a time"),
            Arguments.of(new byte[] {1}, "x'01' is not a date of the years 1 to 9999"),
            Arguments.of(
                    new InvalidText(new byte[] {(byte) 0xFF}), "x'ff' is not a date of the years 1 to 9999"));

    @ParameterizedTest
    @FieldSource("NO_DAYS")
    void anotherTimeIsNoDay(Object stored, String reason) {
        assertBad(reason, DAY, stored);
    }

    @Test
    void digitsOfFractionsAreNeverCutOff() {
        String text = "2024-01-01 10:20:30.1200";
        LocalDateTime time = LocalDateTime.of(2024, 1, 1, 10, 20, 30, 120_000_000);
        assertEquals(time, Conversion.typed(new ColumnType.Moment(2, false), text));
        ColumnType tenths = new ColumnType.Moment(1, false);
        assertBad("\"" + text + "\" has more decimals of a second than the 1 that fit", tenths, text);
        assertBad("\"" + text + "\" has more decimals of a second than the 0 that fit", SECONDS, text);
        assertBad("1704067200123 has more decimals of a second than the 0 that fit", SECONDS, 1704067200123L);
        assertBad(
                "\"2024-01-01 10:20:30.1234567\" has more decimals of a second than the 6 that fit",
                MOMENT,
                "2024-01-01 10:20:30.1234567");
    }

    @ParameterizedTest
    @CsvSource({"10:20, 10:20", "00:00:00, 00:00", "23:59:59.999, 23:59:59.999", "10:20:30.5000, 10:20:30.5"})
    void aTimeOfDayIsRead(String stored, LocalTime typed) {
        assertEquals(typed, Conversion.typed(TIME, stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "24:00", "10", "1:20", "10:20Z", "10:20+02:00", "2024-01-01 10:20", "2024-01-01", "23:59:60", "-01:00",
        "10:20 PM", "838:59:59"
    })
    void otherTextIsNoTimeOfDay(String text) {
        assertBad("\"" + text + "\" is not a time of day", TIME, text);
    }

    @Test
    void numbersAreNoTimeOfDay() {
        assertBad("3600 is not a time of day", TIME, 3600L);
        assertBad("0.5 is not a time of day", TIME, 0.5);
        assertBad("\"10:20:30.1234\" has more decimals of a second than the 3 that fit", TIME, "10:20:30.1234");
    }

    private static void assertBad(String reason, ColumnType type, Object stored) {
        assertEquals(new BadValue(reason), Conversion.typed(type, stored));
    }
}
