package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.tidemark.support.Randomly;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberConversionTest {
    private static final ColumnType LONG = new ColumnType.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final ColumnType BYTE = new ColumnType.Whole(0, 255);
    private static final ColumnType MONEY = new ColumnType.Decimal(10, 2);
    private static final ColumnType ANY_DECIMAL = new ColumnType.Decimal(0, -1);
    private static final ColumnType DOUBLE = new ColumnType.Floating(false);
    private static final ColumnType FLOAT = new ColumnType.Floating(true);
    private static final byte[] BYTES = {1, 2};
    private static final InvalidText INVALID = new InvalidText(new byte[] {(byte) 0xFF});

    static final List<Arguments> WHOLE = List.of(
            Arguments.of(12L, 12L),
            Arguments.of(Long.MIN_VALUE, Long.MIN_VALUE),
            Arguments.of(12.0, 12L),
            Arguments.of(-0.0, 0L),
            Arguments.of(-0x1p63, Long.MIN_VALUE),
            Arguments.of(Math.nextDown(0x1p63), 9223372036854774784L),
            Arguments.of("12", 12L),
            Arguments.of("-12", -12L),
            Arguments.of("12.00", 12L),
            Arguments.of("1e3", 1000L),
            Arguments.of("0e99", 0L),
            Arguments.of("9223372036854775807", Long.MAX_VALUE),
            Arguments.of("-9223372036854775808", Long.MIN_VALUE));

    @ParameterizedTest
    @FieldSource("WHOLE")
    void aWholeNumberIsALong(Object stored, long typed) {
        assertEquals(typed, Conversion.typed(LONG, stored));
    }

    static final List<Arguments> NOT_WHOLE = List.of(
            Arguments.of(12.5, "12.5 is not a whole number"),
            Arguments.of(1e-300, "1.0e-300 is not a whole number"),
            Arguments.of("12.5", "\"12.5\" is not a whole number"),
            Arguments.of("1e-9", "\"1e-9\" is not a whole number"),
            Arguments.of("12,5", "\"12,5\" is not a number"),
            Arguments.of(" 12 ", "\" 12 \" is not a number"),
            Arguments.of("", "\"\" is not a number"),
            Arguments.of("true", "\"true\" is not a number"),
            Arguments.of(BYTES, "x'0102' is not a number"),
            Arguments.of(INVALID, "x'ff' is not a number"),
            Arguments.of(256L, "256 is not between 0 and 255"),
            Arguments.of(-1L, "-1 is not between 0 and 255"),
            Arguments.of(256.0, "256.0 is not between 0 and 255"),
            Arguments.of(1e300, "1.0e+300 is not between 0 and 255"),
            Arguments.of(Double.POSITIVE_INFINITY, "Inf is not between 0 and 255"),
            Arguments.of("256", "\"256\" is not between 0 and 255"),
            Arguments.of("1e999999", "\"1e999999\" is not between 0 and 255"));

    @ParameterizedTest
    @FieldSource("NOT_WHOLE")
    void whatIsNotAWholeNumberOfTheRangeIsBad(Object stored, String reason) {
        assertBad(reason, BYTE, stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1e19"})
    void wholeNumbersBeyond64BitsAreBad(String text) {
        assertBad("\"" + text + "\" is not between -9223372036854775808 and 9223372036854775807", LONG, text);
    }

    @Test
    void aDoubleBeyond64BitsIsBad() {
        assertInstanceOf(BadValue.class, Conversion.typed(LONG, 0x1p63));
        assertInstanceOf(BadValue.class, Conversion.typed(LONG, Math.nextDown(-0x1p63)));
    }

    static final List<Arguments> DECIMALS = List.of(
            Arguments.of(12L, "12.00"),
            Arguments.of(-99999999L, "-99999999.00"),
            Arguments.of(0L, "0.00"),
            Arguments.of(0.99, "0.99"),
            Arguments.of(-0.0, "0.00"),
            Arguments.of(0.1 + 0.2, "0.30"),
            Arguments.of(2328.59999999996, "2328.60"),
            Arguments.of(-2328.59999999996, "-2328.60"),
            Arguments.of(9.99999999999999999, "10.00"),
            Arguments.of(99999999.99, "99999999.99"),
            Arguments.of("12", "12.00"),
            Arguments.of("+12.5", "12.50"),
            Arguments.of("12.3400000", "12.34"),
            Arguments.of("1e2", "100.00"),
            Arguments.of("12e-1", "1.20"),
            Arguments.of("0e999999", "0.00"),
            Arguments.of("000000000000000001.10", "1.10"));

    @ParameterizedTest
    @FieldSource("DECIMALS")
    void aDecimalHasTheScaleOfItsType(Object stored, BigDecimal typed) {
        assertEquals(typed, Conversion.typed(MONEY, stored));
    }

    static final List<Arguments> NOT_DECIMALS = List.of(
            Arguments.of(123.999, "123.999 has more than 2 decimals"),
            Arguments.of(0.001, "0.001 has more than 2 decimals"),
            Arguments.of(1e-20, "1.0e-20 has more than 2 decimals"),
            Arguments.of(2328.5999999, "2328.5999999 has more than 2 decimals"),
            Arguments.of(4.9e-324, "4.9e-324 has more than 2 decimals"),
            Arguments.of("123.999", "\"123.999\" has more than 2 decimals"),
            Arguments.of("2328.59999999999999999999", "\"2328.59999999999999999999\" has more than 2 decimals"),
            Arguments.of("1e-999999", "\"1e-999999\" has more than 2 decimals"),
            Arguments.of(100000000L, "100000000 has more than 8 digits before the point"),
            Arguments.of(1e8, "100000000.0 has more than 8 digits before the point"),
            Arguments.of(99999999.9999999999, "100000000.0 has more than 8 digits before the point"),
            Arguments.of("100000000.00", "\"100000000.00\" has more than 8 digits before the point"),
            Arguments.of("1e999999", "\"1e999999\" has more than 8 digits before the point"),
            Arguments.of(Double.POSITIVE_INFINITY, "Inf is not a finite number"),
            Arguments.of("1.2.3", "\"1.2.3\" is not a number"),
            Arguments.of("NaN", "\"NaN\" is not a number"),
            Arguments.of(BYTES, "x'0102' is not a number"),
            Arguments.of(INVALID, "x'ff' is not a number"));

    @ParameterizedTest
    @FieldSource("NOT_DECIMALS")
    void whatADecimalCannotHoldIsBad(Object stored, String reason) {
        assertBad(reason, MONEY, stored);
    }

    @Test
    void digitsThatADoubleMayWellMeanAreNotNoise() {
        assertBad("4400000000000.4 has more than 0 decimals", new ColumnType.Decimal(20, 0), 4400000000000.4);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "100, 100", "1.50, 1.5", "0.000, 0", "1e3, 1000", "1e-3, 0.001", "-0.10, -0.1"})
    void aDecimalOfAnyScaleHasNoZerosAtItsEnd(String stored, BigDecimal typed) {
        assertEquals(typed, Conversion.typed(ANY_DECIMAL, stored));
        assertEquals(typed, Conversion.typed(ANY_DECIMAL, Double.valueOf(stored)));
    }

    @Test
    void aDecimalOfAnyScaleHoldsWhatPostgresqlHolds() {
        assertInstanceOf(BigDecimal.class, Conversion.typed(ANY_DECIMAL, "1e131071"));
        assertBad("\"1e131072\" has more than 131072 digits before the point", ANY_DECIMAL, "1e131072");
        assertInstanceOf(BigDecimal.class, Conversion.typed(ANY_DECIMAL, "1e-16383"));
        assertBad("\"1e-16384\" has more than 16383 decimals", ANY_DECIMAL, "1e-16384");
    }

    @Test
    void aDecimalWithoutAPrecisionHasItsScale() {
        ColumnType thousandths = new ColumnType.Decimal(0, 3);
        assertEquals(new BigDecimal("123456789012345.600"), Conversion.typed(thousandths, "123456789012345.6"));
    }

    @Test
    void aDoubleOfFewDigitsIsItsShortestDecimal() {
        Randomly.repeat(5_000, random -> {
            int scale = random.nextInt(16);
            double stored = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L), scale).doubleValue();
            BigDecimal typed = (BigDecimal) Conversion.typed(new ColumnType.Decimal(38, scale), stored);
            assertEquals(BigDecimal.valueOf(stored).setScale(scale, RoundingMode.UNNECESSARY), typed);
            assertEquals(stored, typed.doubleValue());
        });
    }

    @Test
    void sumsOfMoneyAreExactAgain() {
        Randomly.repeat(500, random -> {
            double sum = 0;
            long cents = 0;
            for (int index = random.nextInt(1, 1_000); index > 0; index--) {
                long each = random.nextLong(1, 100_000);
                cents += each;
                sum += each / 100.0;
            }
            assertEquals(BigDecimal.valueOf(cents, 2), Conversion.typed(MONEY, sum));
        });
    }

    static final List<Arguments> FLOATING = List.of(
            Arguments.of(0.1, 0.1),
            Arguments.of(-0.0, 0.0),
            Arguments.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
            Arguments.of(12L, 12.0),
            Arguments.of(9007199254740992L, 0x1p53),
            Arguments.of(Long.MIN_VALUE, -0x1p63),
            Arguments.of("0.1", 0.1),
            Arguments.of("-1.5e3", -1500.0),
            Arguments.of("1e23", 1e23),
            Arguments.of("3.14159265358979323846", Math.PI),
            Arguments.of("-0", 0.0));

    @ParameterizedTest
    @FieldSource("FLOATING")
    void aFloatingPointNumberIsTheNearestDouble(Object stored, double typed) {
        assertEquals(typed, Conversion.typed(DOUBLE, stored));
    }

    static final List<Arguments> NOT_FLOATING = List.of(
            Arguments.of(9007199254740993L, "9007199254740993 has more digits than a floating-point number holds"),
            Arguments.of(Long.MAX_VALUE, "9223372036854775807 has more digits than a floating-point number holds"),
            Arguments.of(
                    "9007199254740993", "\"9007199254740993\" has more digits than a floating-point number holds"),
            Arguments.of("1e400", "\"1e400\" is beyond the range of floating-point numbers"),
            Arguments.of("1e-400", "\"1e-400\" is beyond the range of floating-point numbers"),
            Arguments.of("Infinity", "\"Infinity\" is not a number"),
            Arguments.of(BYTES, "x'0102' is not a number"),
            Arguments.of(INVALID, "x'ff' is not a number"));

    @ParameterizedTest
    @FieldSource("NOT_FLOATING")
    void whatADoubleCannotHoldIsBad(Object stored, String reason) {
        assertBad(reason, DOUBLE, stored);
    }

    @Test
    void numbersOf32BitsAreRounded() {
        assertEquals((double) 0.1f, Conversion.typed(FLOAT, 0.1));
        assertEquals((double) 0.1f, Conversion.typed(FLOAT, "0.1"));
        assertEquals(16777216.0, Conversion.typed(FLOAT, 16777217L));
        assertEquals(Double.POSITIVE_INFINITY, Conversion.typed(FLOAT, Double.POSITIVE_INFINITY));
    }

    @Test
    void numbersBeyond32BitsAreBad() {
        assertBad("1.0e+39 is beyond the range of 32-bit floating-point numbers", FLOAT, 1e39);
        assertBad("1.0e-60 is beyond the range of 32-bit floating-point numbers", FLOAT, 1e-60);
        assertBad("\"-1e39\" is beyond the range of 32-bit floating-point numbers", FLOAT, "-1e39");
    }

    @ParameterizedTest
    @FieldSource("NUMBER_TYPES")
    void nothingIsNothing(ColumnType type) {
        assertNull(Conversion.typed(type, null));
        assertNull(Conversion.typed(type, Double.NaN));
    }

    static final List<ColumnType> NUMBER_TYPES = List.of(LONG, BYTE, MONEY, ANY_DECIMAL, DOUBLE, FLOAT);

    private static void assertBad(String reason, ColumnType type, Object stored) {
        assertEquals(new BadValue(reason), Conversion.typed(type, stored));
    }
}
