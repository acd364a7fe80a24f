package dev.tidemark.run;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The table sync_source_table. */
final class LedgerTableTable extends TargetTable<LedgerTable> {
    static final LedgerTableTable SYNC_SOURCE_TABLE = new LedgerTableTable();

    final Column<Long> id = key("id", LedgerTable::id);
    final Column<String> tableName = text("table_name", LedgerTable::tableName);
    final Column<String> description = text("description", LedgerTable::description);
    final Column<Long> rows = number("rows", LedgerTable::rows);
    final Column<String> lastUpdate = text("last_update", LedgerTable::lastUpdate);
    final Column<LocalDateTime> snapshotAt = time("snapshot_at", LedgerTable::snapshotAt);
    final Column<LocalDateTime> createdAt = time("created_at", LedgerTable::createdAt);
    final Column<LocalDateTime> updatedAt = time("updated_at", LedgerTable::updatedAt);

    private LedgerTableTable() {
        super("sync_source_table", LedgerTable.class);
    }
}
