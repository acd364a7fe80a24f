package dev.tidemark.run.history;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The table sync_run_table. Its rows are found by their run. */
final class TableRunTable extends TargetTable<TableRun> {
    static final TableRunTable SYNC_RUN_TABLE = new TableRunTable();

    final Column<Long> runId = key("run_id", TableRun::runId);
    final Column<String> tableName = text("table_name", TableRun::tableName);
    final Column<Long> rows = number("rows", TableRun::rows);
    final Column<Long> rowsInserted = number("rows_inserted", TableRun::rowsInserted);
    final Column<Long> rowsUpdated = number("rows_updated", TableRun::rowsUpdated);
    final Column<Long> rowsDeleted = number("rows_deleted", TableRun::rowsDeleted);

    private TableRunTable() {
        super("sync_run_table", row -> new TableRun(
                row.number(), row.text(), row.number(), row.number(), row.number(), row.number()));
    }
}
