package dev.tidemark.copy.state;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The table copy_attempt. */
public final class AttemptTable extends TargetTable<Attempt> {
    public static final AttemptTable COPY_ATTEMPT = new AttemptTable();

    public final Column<Long> runId = key("run_id", Attempt::runId);
    public final Column<Long> attempt = key("attempt", Attempt::attempt);
    public final Column<LocalDateTime> failedAt = time("failed_at", Attempt::failedAt);
    public final Column<String> message = text("message", Attempt::message);

    private AttemptTable() {
        super("copy_attempt", row -> new Attempt(row.number(), row.number(), row.time(), row.text()));
    }
}
