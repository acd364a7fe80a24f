package dev.tidemark.books;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table sync_source_table. */
final class LedgerTableTable extends SqlTable {
    static final LedgerTableTable SYNC_SOURCE_TABLE = new LedgerTableTable();

    /** How its rows are written and read. */
    static final TargetTable<LedgerTable> ROWS = new TargetTable<>(
            SYNC_SOURCE_TABLE,
            KeyColumns.of(SYNC_SOURCE_TABLE.id),
            Optional.empty(),
            List.of(
                    new TargetColumn<>(SYNC_SOURCE_TABLE.id, "id", LedgerTable::id),
                    new TargetColumn<>(SYNC_SOURCE_TABLE.tableName, "tableName", LedgerTable::tableName),
                    new TargetColumn<>(SYNC_SOURCE_TABLE.description, "description", LedgerTable::description),
                    new TargetColumn<>(SYNC_SOURCE_TABLE.rows, "rows", LedgerTable::rows),
                    new TargetColumn<>(SYNC_SOURCE_TABLE.lastUpdate, "lastUpdate", LedgerTable::lastUpdate),
                    new TargetColumn<>(SYNC_SOURCE_TABLE.snapshotAt, "snapshotAt", LedgerTable::snapshotAt),
                    new TargetColumn<>(SYNC_SOURCE_TABLE.createdAt, "createdAt", LedgerTable::createdAt),
                    new TargetColumn<>(SYNC_SOURCE_TABLE.updatedAt, "updatedAt", LedgerTable::updatedAt)),
            LedgerTableMapper.class,
            row -> Key.of(row.id()));

    final SqlColumn<Long> id = column("id", JDBCType.BIGINT);
    final SqlColumn<String> tableName = column("table_name", JDBCType.VARCHAR);
    final SqlColumn<String> description = column("description", JDBCType.VARCHAR);
    final SqlColumn<Long> rows = column("rows", JDBCType.BIGINT);
    final SqlColumn<String> lastUpdate = column("last_update", JDBCType.VARCHAR);
    final SqlColumn<LocalDateTime> snapshotAt = column("snapshot_at", JDBCType.VARCHAR);
    final SqlColumn<LocalDateTime> createdAt = column("created_at", JDBCType.VARCHAR);
    final SqlColumn<LocalDateTime> updatedAt = column("updated_at", JDBCType.VARCHAR);

    private LedgerTableTable() {
        super("sync_source_table");
    }
}
