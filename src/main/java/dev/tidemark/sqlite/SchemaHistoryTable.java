package dev.tidemark.sqlite;

import java.sql.JDBCType;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Flyway's list of the migrations that were applied. */
final class SchemaHistoryTable extends SqlTable {
    static final SchemaHistoryTable HISTORY = new SchemaHistoryTable();

    final SqlColumn<String> version = column("version", JDBCType.VARCHAR);
    final SqlColumn<Boolean> success = column("success", JDBCType.BOOLEAN);

    private SchemaHistoryTable() {
        super("flyway_schema_history");
    }
}
