package dev.tidemark.copy.state;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The table copy_table. */
public final class TableStateTable extends TargetTable<TableState> {
    public static final TableStateTable COPY_TABLE = new TableStateTable();

    public final Column<Long> id = key("id", TableState::id);
    public final Column<String> tableName = text("table_name", TableState::tableName);
    public final Column<String> description = text("description", TableState::description);
    public final Column<Long> rows = number("rows", TableState::rows);
    public final Column<Long> mapped = number("mapped", TableState::mapped);
    public final Column<Long> rejected = number("rejected", TableState::rejected);
    public final Column<String> changedAt = text("changed_at", TableState::changedAt);
    public final Column<LocalDateTime> snapshotAt = time("snapshot_at", TableState::snapshotAt);
    public final Column<String> sourceMark = text("source_mark", TableState::sourceMark);
    public final Column<Long> runId = number("run_id", TableState::runId);

    private TableStateTable() {
        super("copy_table", row -> new TableState(
                row.number(), row.text(), row.text(), row.number(), row.number(), row.number(), row.textOrNull(),
                row.time(), row.textOrNull(), row.numberOrNull()));
    }
}
