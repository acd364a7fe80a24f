package dev.tidemark.run;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table sync_source_table. */
final class LedgerTableTable extends TargetTable<LedgerTable> {
    static final LedgerTableTable SYNC_SOURCE_TABLE = new LedgerTableTable();

    final SqlColumn<Long> id = key("id", LedgerTable::id);
    final SqlColumn<String> tableName = text("table_name", LedgerTable::tableName);
    final SqlColumn<String> description = text("description", LedgerTable::description);
    final SqlColumn<Long> rows = number("rows", LedgerTable::rows);
    final SqlColumn<String> lastUpdate = text("last_update", LedgerTable::lastUpdate);
    final SqlColumn<LocalDateTime> snapshotAt = time("snapshot_at", LedgerTable::snapshotAt);
    final SqlColumn<LocalDateTime> createdAt = time("created_at", LedgerTable::createdAt);
    final SqlColumn<LocalDateTime> updatedAt = time("updated_at", LedgerTable::updatedAt);

    private LedgerTableTable() {
        super("sync_source_table", LedgerTable.class);
    }
}
