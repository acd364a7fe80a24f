package dev.tidemark.mysql;

import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.selectDistinct;

import java.sql.JDBCType;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.util.Buildable;

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

    /** The columns of the session's schema that are the first column of an index. */
    static Buildable<SelectModel> leadingColumns() {
        return selectDistinct(STATISTICS.tableName.as("table_name"), STATISTICS.columnName.as("column_name"))
                .from(STATISTICS)
                .where(STATISTICS.tableSchema, isEqualTo(constant("database()")))
                .and(STATISTICS.position, isEqualTo(1L));
    }
}
