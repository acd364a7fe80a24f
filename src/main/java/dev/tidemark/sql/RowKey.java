package dev.tidemark.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.mybatis.dynamic.sql.SqlColumn;

/**
 * The natural key of a table as its columns are declared, and where their values stand in the record of a row.
 *
 * @param <R> the record of a row
 */
final class RowKey<R> {
    private final List<SqlColumn<Long>> columns = new ArrayList<>();
    private final List<ToLongFunction<R>> values = new ArrayList<>();

    void add(SqlColumn<Long> column, ToLongFunction<R> value) {
        columns.add(column);
        values.add(value);
    }

    KeyColumns columns() {
        return switch (columns.size()) {
            case 1 -> KeyColumns.of(columns.getFirst());
            case 2 -> KeyColumns.of(columns.getFirst(), columns.getLast());
            default -> throw new IllegalStateException("A key has one or two columns, not " + columns.size());
        };
    }

    Key of(R row) {
        long leading = values.getFirst().applyAsLong(row);
        return values.size() == 1 ? Key.of(leading) : Key.of(leading, values.getLast().applyAsLong(row));
    }
}
