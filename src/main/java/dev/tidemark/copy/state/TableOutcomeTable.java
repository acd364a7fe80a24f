package dev.tidemark.copy.state;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The table copy_result. */
public final class TableOutcomeTable extends TargetTable<TableOutcome> {
    public static final TableOutcomeTable COPY_RESULT = new TableOutcomeTable();

    public final Column<Long> runId = key("run_id", TableOutcome::runId);
    public final Column<Long> tableId = key("table_id", TableOutcome::tableId);
    public final Column<Long> total = number("total", TableOutcome::total);
    public final Column<Long> inserted = number("inserted", TableOutcome::inserted);
    public final Column<Long> updated = number("updated", TableOutcome::updated);
    public final Column<Long> deleted = number("deleted", TableOutcome::deleted);
    public final Column<Long> skipped = number("skipped", TableOutcome::skipped);
    public final Column<Long> failed = number("failed", TableOutcome::failed);
    public final Column<Long> milliseconds = number("milliseconds", TableOutcome::milliseconds);
    public final Column<String> message = text("message", TableOutcome::message);

    private TableOutcomeTable() {
        super("copy_result", row -> new TableOutcome(
                row.number(), row.number(), row.number(), row.number(), row.number(), row.number(), row.number(),
                row.number(), row.number(), row.textOrNull()));
    }
}
