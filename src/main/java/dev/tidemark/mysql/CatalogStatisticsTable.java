package dev.tidemark.mysql;

import java.sql.JDBCType;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** MySQL's list of the columns of indexes. */
final class CatalogStatisticsTable extends SqlTable {
    static final CatalogStatisticsTable STATISTICS = new CatalogStatisticsTable();

    final SqlColumn<String> tableSchema = column("table_schema", JDBCType.VARCHAR);
    final SqlColumn<String> tableName = column("table_name", JDBCType.VARCHAR);
    final SqlColumn<String> columnName = column("column_name", JDBCType.VARCHAR);
    final SqlColumn<Long> position = column("seq_in_index", JDBCType.BIGINT);

    private CatalogStatisticsTable() {
        super("information_schema.statistics");
    }
}
