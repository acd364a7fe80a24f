package dev.tidemark.table;

import java.util.function.Function;

/**
 * A column that is written, and how to read its value from the record of a row.
 *
 * @param column the typed column
 * @param value reads the value
 * @param <T> the record of a row
 */
public record TargetColumn<T>(Column<?> column, Function<T, Object> value) {
    /** The column's name. */
    public String name() {
        return column.name();
    }
}
