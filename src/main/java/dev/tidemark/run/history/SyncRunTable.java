package dev.tidemark.run.history;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The table sync_run. */
final class SyncRunTable extends TargetTable<SyncRun> {
    static final SyncRunTable SYNC_RUN = new SyncRunTable();

    final Column<Long> id = key("id", SyncRun::id);
    final Column<String> command = text("command", SyncRun::command);
    final Column<LocalDateTime> startedAt = time("started_at", SyncRun::startedAt);
    final Column<LocalDateTime> finishedAt = time("finished_at", SyncRun::finishedAt);
    final Column<String> outcome = text("outcome", SyncRun::outcome);
    final Column<Long> rowsRead = number("rows_read", SyncRun::rowsRead);
    final Column<Long> rowsInserted = number("rows_inserted", SyncRun::rowsInserted);
    final Column<Long> rowsUpdated = number("rows_updated", SyncRun::rowsUpdated);
    final Column<Long> rowsDeleted = number("rows_deleted", SyncRun::rowsDeleted);
    final Column<Long> rowsUnchanged = number("rows_unchanged", SyncRun::rowsUnchanged);
    final Column<String> message = text("message", SyncRun::message);

    private SyncRunTable() {
        super("sync_run", row -> new SyncRun(
                row.number(), row.text(), row.time(), row.time(), row.text(), row.number(), row.number(), row.number(),
                row.number(), row.number(), row.textOrNull()));
    }
}
