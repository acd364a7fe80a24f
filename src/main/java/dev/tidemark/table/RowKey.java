package dev.tidemark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The columns of a table's natural key, and how to read their values from the record of a row.
 *
 * @param <R> the record of a row
 */
final class RowKey<R> {
    private final List<Column<Long>> columns = new ArrayList<>();
    private final List<ToLongFunction<R>> values = new ArrayList<>();

    void add(Column<Long> column, ToLongFunction<R> value) {
        columns.add(column);
        values.add(value);
    }

    KeyColumns columns() {
        return new KeyColumns(columns);
    }

    Key of(R row) {
        long leading = values.getFirst().applyAsLong(row);
        return values.size() == 1 ? Key.of(leading) : Key.of(leading, values.getLast().applyAsLong(row));
    }
}
