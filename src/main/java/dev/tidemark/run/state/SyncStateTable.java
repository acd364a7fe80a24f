package dev.tidemark.run.state;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The table sync_state. */
final class SyncStateTable extends TargetTable<SyncState> {
    static final SyncStateTable SYNC_STATE = new SyncStateTable();

    final Column<String> tableName = textKey("table_name", SyncState::tableName);
    final Column<LocalDateTime> snapshotAt = time("snapshot_at", SyncState::snapshotAt);
    final Column<String> lastUpdate = text("last_update", SyncState::lastUpdate);
    final Column<Long> rows = number("rows", SyncState::rows);
    final Column<Long> runId = number("run_id", SyncState::runId);

    private SyncStateTable() {
        super("sync_state", row -> new SyncState(
                row.text(), row.time(), row.textOrNull(), row.number(), row.numberOrNull()));
    }
}
