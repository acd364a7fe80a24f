package dev.tidemark.table;

/** A row has NULL where it has to have a value. */
public final class MissingValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code column} is NULL in the row whose column {@code first}, the first one, is {@code value}. */
    MissingValueException(Column<?> column, Column<?> first, Object value) {
        super(column + " is NULL in the row with " + first.name() + " " + value);
    }
}
