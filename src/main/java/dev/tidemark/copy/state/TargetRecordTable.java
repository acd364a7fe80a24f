package dev.tidemark.copy.state;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The table copy_target. */
public final class TargetRecordTable extends TargetTable<TargetRecord> {
    public static final TargetRecordTable COPY_TARGET = new TargetRecordTable();

    public final Column<Long> id = key("id", TargetRecord::id);
    public final Column<String> address = text("address", TargetRecord::address);
    public final Column<String> server = text("server", TargetRecord::server);
    public final Column<Boolean> complete = truth("complete", TargetRecord::complete);

    private TargetRecordTable() {
        super("copy_target", row -> new TargetRecord(row.number(), row.text(), row.text(), row.truth()));
    }
}
