package dev.tidemark.mysql;

import java.sql.JDBCType;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

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
}
