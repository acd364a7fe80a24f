package dev.tidemark.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The values of a row. Each call takes the next one, in the order of the columns, so that one expression makes a record
 * of them. A method that returns no null throws a {@link MissingValueException} if the value is NULL.
 */
public final class RowValues {
    private final List<Column<?>> columns;
    private final Object[] values;
    private int taken;

    /**
     * The values of a row of {@code columns}.
     *
     * @param values of the columns' types, one for each; null for NULL
     */
    public RowValues(List<Column<?>> columns, Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** A whole number. */
    public long number() {
        return required(numberOrNull());
    }

    /** A whole number; null for NULL. */
    public Long numberOrNull() {
        return (Long) next();
    }

    /** A small whole number. */
    public int smallNumber() {
        return required(smallNumberOrNull());
    }

    /** A small whole number; null for NULL. */
    public Integer smallNumberOrNull() {
        return (Integer) next();
    }

    /** A decimal number. */
    public BigDecimal decimal() {
        return required((BigDecimal) next());
    }

    /** A truth value. */
    public boolean truth() {
        return required((Boolean) next());
    }

    /** A text. */
    public String text() {
        return required(textOrNull());
    }

    /** A text; null for NULL. */
    public String textOrNull() {
        return (String) next();
    }

    /** A time, UTC; null for NULL and for an invalid date. */
    public LocalDateTime time() {
        return (LocalDateTime) next();
    }

    private Object next() {
        return values[taken++];
    }

    private <V> V required(V value) {
        if (value == null) {
            throw new MissingValueException(columns.get(taken - 1), columns.getFirst(), values[0]);
        }
        return value;
    }
}
