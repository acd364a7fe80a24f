package dev.tidemark.copy.value;

/** What a column of a target holds, in words that serve every database. */
public sealed interface ColumnType {
    /** Whole numbers from {@code least} to {@code most}: typed as Long. */
    record Whole(long least, long most) implements ColumnType {}

    /**
     * Decimal numbers: typed as BigDecimal with exactly this scale, or of any scale without trailing zeros.
     *
     * @param precision the number of digits; 0 for what PostgreSQL holds: 131,072 before the point and 16,383 behind it
     * @param scale the digits after the point; -1 for any number of them
     */
    record Decimal(int precision, int scale) implements ColumnType {}

    /**
     * Binary floating-point numbers: typed as Double.
     *
     * @param single whether the numbers have 32 bits, to which a typed value is rounded
     */
    record Floating(boolean single) implements ColumnType {}

    /** Truth values: typed as Boolean. */
    record Truth() implements ColumnType {}

    /**
     * Text: typed as String.
     *
     * @param mostCharacters the most characters (code points) it may have; 0 for no limit
     * @param mostBytes the most bytes of UTF-8 it may have; 0 for no limit
     * @param padded whether the database ignores or removes spaces at the end, as CHAR does; a typed value has none
     */
    record Text(int mostCharacters, long mostBytes, boolean padded) implements ColumnType {}

    /** Bytes: typed as byte[]; {@code most} is 0 for no limit. */
    record Bytes(long most) implements ColumnType {}

    /** Days: typed as LocalDate. */
    record Day() implements ColumnType {}

    /**
     * Date and time: typed as LocalDateTime.
     *
     * @param fractionDigits the digits of fractions of a second, 0 to 6
     * @param zoned whether it is a point in time, given in UTC
     */
    record Moment(int fractionDigits, boolean zoned) implements ColumnType {}

    /** Time of day: typed as LocalTime; {@code fractionDigits} as with {@link Moment}. */
    record TimeOfDay(int fractionDigits) implements ColumnType {}

    /** UUIDs: typed as String, 36 characters in lower case. */
    record Uuid() implements ColumnType {}
}
