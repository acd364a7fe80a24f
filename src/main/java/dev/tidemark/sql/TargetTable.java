package dev.tidemark.sql;

import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/**
 * A table of the warehouse whose rows are found again by their natural key, which is UNIQUE in it. A subclass declares
 * the columns that are written in the order of the record's components, each once, as typed fields.
 *
 * @param <T> the record of a row
 */
public abstract class TargetTable<T> extends SqlTable {
    private final RowKey<T> key = new RowKey<>();
    private final RowType<T> rowType;
    private final List<SqlColumn<?>> rowColumns = new ArrayList<>();
    private final List<TargetColumn<T>> columns = new ArrayList<>();
    private SqlColumn<Long> surrogateKey;

    /** The table of this name. */
    protected TargetTable(String name, Class<T> row) {
        super(name);
        this.rowType = new RowType<>("target." + name, row, rowColumns);
    }

    /** The key that the warehouse gives, where other tables refer to it: a full load keeps it. */
    protected final SqlColumn<Long> surrogateKey(String name) {
        surrogateKey = column(name, JDBCType.BIGINT);
        return surrogateKey;
    }

    /** A column of the natural key. */
    protected final SqlColumn<Long> key(String name, ToLongFunction<T> value) {
        SqlColumn<Long> column = number(name, value::applyAsLong);
        key.add(column, value);
        return column;
    }

    /** A column of whole numbers. */
    protected final SqlColumn<Long> number(String name, Function<T, Long> value) {
        return written(column(name, JDBCType.BIGINT), value);
    }

    /** A column of small whole numbers. */
    protected final SqlColumn<Integer> smallNumber(String name, Function<T, Integer> value) {
        return written(column(name, JDBCType.INTEGER), value);
    }

    /** A column of texts. */
    protected final SqlColumn<String> text(String name, Function<T, String> value) {
        return written(column(name, JDBCType.VARCHAR), value);
    }

    /** A column of truth values, written as 0 and 1. */
    protected final SqlColumn<Boolean> truth(String name, Function<T, Boolean> value) {
        return written(column(name, JDBCType.BOOLEAN), value);
    }

    /** A column of times, written as text. */
    protected final SqlColumn<LocalDateTime> time(String name, Function<T, LocalDateTime> value) {
        return written(column(name, JDBCType.VARCHAR), value);
    }

    /** How a row becomes a record. */
    public final RowType<T> rowType() {
        return rowType;
    }

    /** The table's name in the warehouse. */
    public final String name() {
        return tableNameAtRuntime();
    }

    /** The natural key. */
    public final KeyColumns key() {
        return key.columns();
    }

    /** The natural key of a record. */
    public final Key keyOf(T row) {
        return key.of(row);
    }

    /** The surrogate key's column; empty for a table that a full load may fill anew. */
    public final Optional<SqlColumn<Long>> surrogateKey() {
        return Optional.ofNullable(surrogateKey);
    }

    /** The surrogate key's column; an error for a table without. */
    public final SqlColumn<Long> requiredSurrogateKey() {
        return surrogateKey().orElseThrow(() -> new IllegalStateException(name() + " keeps no surrogate key"));
    }

    /** All columns that are written, those of the natural key included. */
    public final List<TargetColumn<T>> columns() {
        return Collections.unmodifiableList(columns);
    }

    private <C> SqlColumn<C> written(SqlColumn<C> column, Function<T, C> value) {
        rowColumns.add(column);
        columns.add(new TargetColumn<>(column, value::apply));
        return column;
    }
}
