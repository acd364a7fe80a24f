package dev.tidemark.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A table and the record that its rows are read as. A subclass declares its columns in the order of the record's
 * components, each once, as typed fields.
 *
 * @param <R> the record of a row
 */
public abstract class Table<R> {
    private final String name;
    private final Function<RowValues, R> reading;
    private final List<Column<?>> rowColumns = new ArrayList<>();
    private final RowKey<R> key = new RowKey<>();

    Table(String name, Function<RowValues, R> reading) {
        this.name = name;
        this.reading = reading;
    }

    /** The table's name in its database. */
    public final String name() {
        return name;
    }

    /**
     * The record of a row.
     *
     * @param values those of the columns that a row is read from, of their types; null for NULL
     */
    public R recordOf(Object[] values) {
        return reading.apply(new RowValues(rowColumns, values));
    }

    /** The columns that a row is read from, in the order of the record's components. */
    public final List<Column<?>> rowColumns() {
        return Collections.unmodifiableList(rowColumns);
    }

    /** The natural key; an error for a table that has a key of text. */
    public final KeyColumns key() {
        return key.columns();
    }

    /** The natural key of a row. */
    public final Key keyOf(R record) {
        return key.of(record);
    }

    final <C> Column<C> column(String columnName, Column.Type type) {
        return new Column<>(this, columnName, type);
    }

    final <C> Column<C> read(Column<C> column) {
        rowColumns.add(column);
        return column;
    }

    final Column<Long> addToKey(Column<Long> column, ToLongFunction<R> value) {
        key.add(column, value);
        return column;
    }
}
