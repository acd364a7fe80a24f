package dev.tidemark.run.history;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The table sync_validation. */
final class ValidationRecordTable extends TargetTable<ValidationRecord> {
    static final ValidationRecordTable SYNC_VALIDATION = new ValidationRecordTable();

    final Column<Long> id = key("id", ValidationRecord::id);
    final Column<LocalDateTime> startedAt = time("started_at", ValidationRecord::startedAt);
    final Column<LocalDateTime> finishedAt = time("finished_at", ValidationRecord::finishedAt);
    final Column<String> verdict = text("verdict", ValidationRecord::verdict);
    final Column<String> firstDay = text("first_day", ValidationRecord::firstDay);
    final Column<String> lastDay = text("last_day", ValidationRecord::lastDay);
    final Column<Long> rowsCompared = number("rows_compared", ValidationRecord::rowsCompared);
    final Column<Long> rowsWrong = number("rows_wrong", ValidationRecord::rowsWrong);
    final Column<Long> rowsPending = number("rows_pending", ValidationRecord::rowsPending);

    private ValidationRecordTable() {
        super("sync_validation", row -> new ValidationRecord(
                row.number(), row.time(), row.time(), row.text(), row.textOrNull(), row.textOrNull(), row.number(),
                row.number(), row.number()));
    }
}
