package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Randomly;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class TypedTextTest {
    private static final ColumnType LONG = new ColumnType.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final ColumnType MONEY = new ColumnType.Decimal(10, 2);
    private static final ColumnType ANY_DECIMAL = new ColumnType.Decimal(0, -1);
    private static final ColumnType DOUBLE = new ColumnType.Floating(false);
    private static final ColumnType FLOAT = new ColumnType.Floating(true);
    private static final ColumnType TRUTH = new ColumnType.Truth();
    private static final ColumnType TEXT = new ColumnType.Text(0, 0, false);
    private static final ColumnType PADDED = new ColumnType.Text(0, 0, true);
    private static final ColumnType BYTES = new ColumnType.Bytes(0);
    private static final ColumnType DAY = new ColumnType.Day();
    private static final ColumnType MOMENT = new ColumnType.Moment(6, true);
    private static final ColumnType TIME = new ColumnType.TimeOfDay(6);
    private static final ColumnType UUID = new ColumnType.Uuid();

    static final List<Arguments> TEXTS = List.of(
            Arguments.of(LONG, Long.MIN_VALUE, "-9223372036854775808"),
            Arguments.of(MONEY, new BigDecimal("100.00"), "100.00"),
            Arguments.of(ANY_DECIMAL, new BigDecimal("1E+3"), "1000"),
            Arguments.of(ANY_DECIMAL, new BigDecimal("1E-9"), "0.000000001"),
            Arguments.of(DOUBLE, 0.1, "0.1"),
            Arguments.of(DOUBLE, 1e300, "1.0E300"),
            Arguments.of(DOUBLE, Double.POSITIVE_INFINITY, "Infinity"),
            Arguments.of(DOUBLE, Double.NEGATIVE_INFINITY, "-Infinity"),
            Arguments.of(FLOAT, (double) 0.1f, "0.10000000149011612"),
            Arguments.of(TRUTH, true, "true"),
            Arguments.of(TRUTH, false, "false"),
            Arguments.of(TEXT, " a\\x ", " a\\x "),
            Arguments.of(BYTES, new byte[] {0, (byte) 0xAB}, "\\x00ab"),
            Arguments.of(BYTES, new byte[0], "\\x"),
            Arguments.of(DAY, LocalDate.of(1, 1, 1), "0001-01-01"),
            Arguments.of(MOMENT, LocalDateTime.of(2024, 2, 29, 0, 0), "2024-02-29 00:00:00"),
            Arguments.of(MOMENT, LocalDateTime.of(2024, 2, 29, 1, 2, 3, 45_000), "2024-02-29 01:02:03.000045"),
            Arguments.of(MOMENT, LocalDateTime.of(2024, 2, 29, 1, 2, 0, 500_000_000), "2024-02-29 01:02:00.500000"),
            Arguments.of(TIME, LocalTime.of(23, 5), "23:05:00"),
            Arguments.of(TIME, LocalTime.of(23, 5, 9, 1_000), "23:05:09.000001"),
            Arguments.of(UUID, "00112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff"));

    @ParameterizedTest
    @FieldSource("TEXTS")
    void aTypedValueIsWrittenAndReadBack(ColumnType type, Object typed, String text) {
        assertEquals(text, TypedText.of(typed));
        assertTrue(Values.equal(typed, TypedText.parse(type, text)));
    }

    static final List<Arguments> FROM_DATABASES = List.of(
            Arguments.of(MONEY, "12.50", new BigDecimal("12.50")),
            Arguments.of(MONEY, "12.5000", new BigDecimal("12.50")),
            Arguments.of(MONEY, "-0.00", new BigDecimal("0.00")),
            Arguments.of(ANY_DECIMAL, "12.5000", new BigDecimal("12.5")),
            Arguments.of(ANY_DECIMAL, "1000", new BigDecimal("1000")),
            Arguments.of(DOUBLE, "1e+300", 1e300),
            Arguments.of(DOUBLE, "1e300", 1e300),
            Arguments.of(DOUBLE, "-0", 0.0),
            Arguments.of(DOUBLE, "NaN", Double.NaN),
            Arguments.of(FLOAT, "0.1", (double) 0.1f),
            Arguments.of(FLOAT, "0.10000000149011612", (double) 0.1f),
            Arguments.of(TRUTH, "t", true),
            Arguments.of(TRUTH, "1", true),
            Arguments.of(TRUTH, "f", false),
            Arguments.of(TRUTH, "0", false),
            Arguments.of(TEXT, "a  ", "a  "),
            Arguments.of(PADDED, "a  ", "a"),
            Arguments.of(BYTES, "00AB", new byte[] {0, (byte) 0xAB}),
            Arguments.of(BYTES, "", new byte[0]),
            Arguments.of(MOMENT, "2024-02-29 10:20:30", LocalDateTime.of(2024, 2, 29, 10, 20, 30)),
            Arguments.of(MOMENT, "2024-02-29 10:20:30.5", LocalDateTime.of(2024, 2, 29, 10, 20, 30, 500_000_000)),
            Arguments.of(MOMENT, "2024-02-29 10:20:30.500000", LocalDateTime.of(2024, 2, 29, 10, 20, 30, 500_000_000)),
            Arguments.of(MOMENT, "2024-02-29 10:20:30+00", LocalDateTime.of(2024, 2, 29, 10, 20, 30)),
            Arguments.of(MOMENT, "2024-02-29 10:20:30.5+05:30", LocalDateTime.of(2024, 2, 29, 4, 50, 30, 500_000_000)),
            Arguments.of(TIME, "10:20:00.000000", LocalTime.of(10, 20)),
            Arguments.of(UUID, "00112233-4455-6677-8899-AABBCCDDEEFF", "00112233-4455-6677-8899-aabbccddeeff"));

    @ParameterizedTest
    @FieldSource("FROM_DATABASES")
    void whatDatabasesWriteIsTheTypedValue(ColumnType type, String text, Object typed) {
        assertTrue(Values.equal(typed, TypedText.parse(type, text)), () -> "parsed " + TypedText.parse(type, text));
    }

    static final List<Arguments> FOREIGN = List.of(
            Arguments.of(LONG, "18446744073709551615"),
            Arguments.of(MONEY, "12.345"),
            Arguments.of(MONEY, "NaN"),
            Arguments.of(ANY_DECIMAL, "Infinity"),
            Arguments.of(DOUBLE, "much"),
            Arguments.of(TRUTH, "2"),
            Arguments.of(BYTES, "xyz"),
            Arguments.of(BYTES, "abc"),
            Arguments.of(DAY, "infinity"),
            Arguments.of(DAY, "0044-03-15 BC"),
            Arguments.of(DAY, "0000-00-00"),
            Arguments.of(MOMENT, "-infinity"),
            Arguments.of(MOMENT, "12024-02-29 10:20:30"),
            Arguments.of(TIME, "24:00:00"),
            Arguments.of(TIME, "-12:00:00"));

    @ParameterizedTest
    @FieldSource("FOREIGN")
    void whatATypedValueCannotBeStaysText(ColumnType type, String text) {
        assertEquals(text, TypedText.parse(type, text));
    }

    @Test
    void nothingIsNothing() {
        assertNull(TypedText.parse(LONG, null));
        assertNull(TypedText.parse(TEXT, null));
    }

    @Test
    void whateverIsConvertedIsReadBackFromItsText() {
        List<ColumnType> types = List.of(
                LONG, MONEY, ANY_DECIMAL, DOUBLE, FLOAT, TRUTH, TEXT, PADDED, BYTES, DAY, MOMENT, TIME, UUID);
        Randomly.repeat(5_000, random -> {
            Object stored = RandomStored.value(random);
            for (ColumnType type : types) {
                Object typed = Conversion.typed(type, stored);
                if (typed != null && !(typed instanceof BadValue)) {
                    assertTrue(
                            Values.equal(typed, TypedText.parse(type, TypedText.of(typed))),
                            () -> type + ": " + TypedText.of(typed));
                }
            }
        });
    }

    @Test
    void equalIsWhatHoldsTheSameValue() {
        assertTrue(Values.equal(null, null));
        assertTrue(Values.equal(new BigDecimal("1.0"), new BigDecimal("1.00")));
        assertTrue(Values.equal(0.0, -0.0));
        assertTrue(Values.equal(Double.NaN, Double.NaN));
        assertTrue(Values.equal(new byte[] {1}, new byte[] {1}));
        assertTrue(Values.equal("a", "a"));
    }

    @Test
    void otherValuesAreNotEqual() {
        assertFalse(Values.equal(null, 0L));
        assertFalse(Values.equal("a", null));
        assertFalse(Values.equal(new BigDecimal("1.0"), new BigDecimal("1.01")));
        assertFalse(Values.equal(0.1, Math.nextUp(0.1)));
        assertFalse(Values.equal(0.0, Double.NaN));
        assertFalse(Values.equal(new byte[] {1}, new byte[] {2}));
        assertFalse(Values.equal(1L, 1.0));
        assertFalse(Values.equal("1", 1L));
    }
}
