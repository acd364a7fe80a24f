package dev.tidemark.mysql;

import static org.mybatis.dynamic.sql.SqlBuilder.add;
import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotIn;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.util.Buildable;

/** MySQL's list of the tables that the user may see. Only base tables have a size. */
final class CatalogTablesTable extends SqlTable {
    static final CatalogTablesTable TABLES = new CatalogTablesTable();
    private static final String KIND = "BASE TABLE";
    private static final List<String> ENGINES_WITH_SNAPSHOTS = List.of("InnoDB", "ROCKSDB");

    final SqlColumn<String> tableSchema = column("table_schema", JDBCType.VARCHAR);
    final SqlColumn<String> tableName = column("table_name", JDBCType.VARCHAR);
    final SqlColumn<String> tableType = column("table_type", JDBCType.VARCHAR);
    final SqlColumn<Long> tableRows = column("table_rows", JDBCType.BIGINT);
    final SqlColumn<Long> dataLength = column("data_length", JDBCType.BIGINT);
    final SqlColumn<Long> indexLength = column("index_length", JDBCType.BIGINT);
    final SqlColumn<String> engine = column("engine", JDBCType.VARCHAR);
    final SqlColumn<String> createOptions = column("create_options", JDBCType.VARCHAR);
    final SqlColumn<LocalDateTime> createTime = column("create_time", JDBCType.TIMESTAMP);
    final SqlColumn<LocalDateTime> updateTime = column("update_time", JDBCType.TIMESTAMP);

    private CatalogTablesTable() {
        super("information_schema.tables");
    }

    /** When the schema's tables were last changed. */
    static Buildable<SelectModel> marks() {
        return select(
                        TABLES.tableName.as("table_name"),
                        TABLES.engine.as("engine"),
                        TABLES.createOptions.as("create_options"),
                        TABLES.createTime.as("create_time"),
                        TABLES.updateTime.as("update_time"))
                .from(TABLES)
                .where(TABLES.tableSchema, isEqualTo(constant("database()")));
    }

    /** The tables whose engine has no snapshots. A view has no engine. */
    static Buildable<SelectModel> withoutSnapshots() {
        return select(TABLES.tableName.as("table_name"), TABLES.engine.as("engine"))
                .from(TABLES)
                .where(TABLES.tableSchema, isEqualTo(constant("database()")))
                .and(TABLES.engine, isNotIn(ENGINES_WITH_SNAPSHOTS))
                .orderBy(TABLES.tableName);
    }

    /** The sizes of the schema's tables. */
    static QueryExpressionDSL<SelectModel>.QueryExpressionWhereBuilder sizes() {
        return select(
                        TABLES.tableName.as("table_name"),
                        TABLES.tableRows.as("row_count"),
                        add(TABLES.dataLength, TABLES.indexLength).as("byte_count"))
                .from(TABLES)
                .where(TABLES.tableSchema, isEqualTo(constant("database()")))
                .and(TABLES.tableType, isEqualTo(KIND));
    }
}
