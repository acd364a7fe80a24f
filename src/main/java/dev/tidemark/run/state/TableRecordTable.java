package dev.tidemark.run.state;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The table sync_source_table. */
final class TableRecordTable extends TargetTable<TableRecord> {
    static final TableRecordTable SYNC_SOURCE_TABLE = new TableRecordTable();

    final Column<Long> id = key("id", TableRecord::id);
    final Column<String> tableName = text("table_name", TableRecord::tableName);
    final Column<String> description = text("description", TableRecord::description);
    final Column<Long> rows = number("rows", TableRecord::rows);
    final Column<String> lastUpdate = text("last_update", TableRecord::lastUpdate);
    final Column<LocalDateTime> snapshotAt = time("snapshot_at", TableRecord::snapshotAt);
    final Column<LocalDateTime> createdAt = time("created_at", TableRecord::createdAt);
    final Column<LocalDateTime> updatedAt = time("updated_at", TableRecord::updatedAt);

    private TableRecordTable() {
        super("sync_source_table", row -> new TableRecord(
                row.number(), row.text(), row.text(), row.number(), row.textOrNull(), row.time(), row.time(),
                row.time()));
    }
}
