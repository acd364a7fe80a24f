package dev.tidemark.sql;

import static org.mybatis.dynamic.sql.SqlBuilder.sortColumn;

import dev.tidemark.table.Column;
import dev.tidemark.table.Table;
import java.sql.JDBCType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mybatis.dynamic.sql.BasicColumn;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/**
 * The DSL's tables and columns for the declared ones. Each table is made once, because the DSL distinguishes tables by
 * identity.
 */
public final class SqlTables {
    private final Map<Table<?>, SqlTable> tables = new ConcurrentHashMap<>();

    /** The DSL's table. */
    public SqlTable of(Table<?> table) {
        return tables.computeIfAbsent(table, declared -> SqlTable.of(declared.name()));
    }

    /** The DSL's column. */
    public <C> SqlColumn<C> of(Column<C> column) {
        return of(column.table()).column(column.name(), jdbcType(column.type()));
    }

    /** The columns that a row of {@code table} is read from, in the order of the record's components. */
    public List<BasicColumn> rowColumns(Table<?> table) {
        return table.rowColumns().stream().<BasicColumn>map(this::of).toList();
    }

    /** The ascending order of these columns. */
    public List<SortSpecification> order(List<? extends Column<?>> columns) {
        // The DSL would omit the table, and a joined table may have a column of the same name.
        return columns.stream()
                .<SortSpecification>map(column -> sortColumn(column.table().name(), of(column)))
                .toList();
    }

    private static JDBCType jdbcType(Column.Type type) {
        return switch (type) {
            case NUMBER, CENTS -> JDBCType.BIGINT;
            case SMALL_NUMBER -> JDBCType.INTEGER;
            case DECIMAL -> JDBCType.DECIMAL;
            case TEXT, DAY -> JDBCType.VARCHAR;
            case TRUTH -> JDBCType.BOOLEAN;
            case TIME -> JDBCType.TIMESTAMP;
        };
    }
}
