package dev.tidemark.spark.lake;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.tidemark.table.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Types;

/**
 * A column of a table of the lake.
 *
 * @param type its name and its type in Parquet
 * @param value reads its value from the record of a row; null for NULL
 * @param writer writes a value that is not null
 * @param reader reads a value that is not null
 * @param <T> the record of a row
 */
record LakeColumn<T>(PrimitiveType type, Function<T, Object> value, Writer writer, Reader reader) {
    private static final String CENTS = "_cents";

    /** The digits of an amount, and how many of them are decimals. */
    private static final int PRECISION = 10;
    private static final int SCALE = 2;
    private static final long LARGEST_CENTS = 9_999_999_999L;

    /** Writes a value. */
    interface Writer {
        void write(RecordConsumer consumer, Object value);
    }

    /** Reads the value of the column of this name. */
    interface Reader {
        Object read(Group row, String column);
    }

    /** The column of the lake for a column of the star. */
    static <T> LakeColumn<T> of(Column<?> column, Function<T, Object> value) {
        String name = nameOf(column);
        return switch (column.type()) {
            case NUMBER -> new LakeColumn<>(
                    Types.optional(INT64).named(name),
                    value,
                    (to, number) -> to.addLong((Long) number),
                    (row, field) -> row.getLong(field, 0));
            case SMALL_NUMBER -> new LakeColumn<>(
                    Types.optional(INT32).named(name),
                    value,
                    (to, number) -> to.addInteger((Integer) number),
                    (row, field) -> row.getInteger(field, 0));
            case TEXT -> new LakeColumn<>(
                    Types.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name),
                    value,
                    (to, text) -> to.addBinary(Binary.fromString((String) text)),
                    (row, field) -> row.getString(field, 0));
            case TRUTH -> new LakeColumn<>(
                    Types.optional(BOOLEAN).named(name),
                    value,
                    (to, truth) -> to.addBoolean((Boolean) truth),
                    (row, field) -> row.getBoolean(field, 0));
            case TIME -> new LakeColumn<>(
                    Types.optional(INT64)
                            .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS))
                            .named(name),
                    value,
                    (to, time) -> to.addLong(microseconds((LocalDateTime) time)),
                    (row, field) -> time(row.getLong(field, 0)));
            case DAY -> new LakeColumn<>(
                    Types.optional(INT32).as(LogicalTypeAnnotation.dateType()).named(name),
                    value,
                    (to, day) -> to.addInteger((int) LocalDate.parse((String) day).toEpochDay()),
                    (row, field) -> LocalDate.ofEpochDay(row.getInteger(field, 0)).toString());
            case CENTS -> new LakeColumn<>(
                    Types.optional(INT64)
                            .as(LogicalTypeAnnotation.decimalType(SCALE, PRECISION))
                            .named(name),
                    value,
                    (to, cents) -> to.addLong(fitting((Long) cents)),
                    (row, field) -> row.getLong(field, 0));
            case DECIMAL -> throw new IllegalArgumentException(column + " has a type that no table of the star has");
        };
    }

    /** The name in the lake of a column of the star. */
    static String nameOf(Column<?> column) {
        String name = column.name();
        return column.type() == Column.Type.CENTS ? name.substring(0, name.length() - CENTS.length()) : name;
    }

    /** The amount that the lake shows for so many cents. */
    static BigDecimal amount(long cents) {
        return BigDecimal.valueOf(cents, SCALE);
    }

    /** Writes the column of {@code row}, the one at this index. */
    void write(RecordConsumer consumer, int index, T row) {
        Object written = value.apply(row);
        if (written != null) {
            consumer.startField(type.getName(), index);
            writer.write(consumer, written);
            consumer.endField(type.getName(), index);
        }
    }

    /** Its value in a row of a file; null for NULL. */
    Object read(Group row) {
        String name = type.getName();
        return row.getFieldRepetitionCount(name) == 0 ? null : reader.read(row, name);
    }

    private static LocalDateTime time(long microseconds) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(microseconds, 1_000_000L),
                (int) Math.floorMod(microseconds, 1_000_000L) * 1_000,
                ZoneOffset.UTC);
    }

    private static long microseconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000;
    }

    private static long fitting(long cents) {
        if (Math.abs(cents) > LARGEST_CENTS) {
            throw new ArithmeticException(amount(cents) + " does not fit DECIMAL(10,2)");
        }
        return cents;
    }
}
