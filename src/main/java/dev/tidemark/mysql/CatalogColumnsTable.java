package dev.tidemark.mysql;

import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import java.sql.JDBCType;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.util.Buildable;

/** MySQL's list of the columns that the user may see. */
final class CatalogColumnsTable extends SqlTable {
    static final CatalogColumnsTable COLUMNS = new CatalogColumnsTable();

    final SqlColumn<String> tableSchema = column("table_schema", JDBCType.VARCHAR);
    final SqlColumn<String> tableName = column("table_name", JDBCType.VARCHAR);
    final SqlColumn<String> columnName = column("column_name", JDBCType.VARCHAR);
    final SqlColumn<String> columnType = column("column_type", JDBCType.LONGVARCHAR);

    private CatalogColumnsTable() {
        super("information_schema.columns");
    }

    /** The columns of the schema that the session uses. */
    static Buildable<SelectModel> query() {
        return select(
                        COLUMNS.tableName.as("table_name"),
                        COLUMNS.columnName.as("column_name"),
                        COLUMNS.columnType.as("column_type"))
                .from(COLUMNS)
                .where(COLUMNS.tableSchema, isEqualTo(constant("database()")));
    }
}
