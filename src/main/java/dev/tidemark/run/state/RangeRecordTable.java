package dev.tidemark.run.state;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The table sync_range. */
public final class RangeRecordTable extends TargetTable<RangeRecord> {
    public static final RangeRecordTable SYNC_RANGE = new RangeRecordTable();

    public final Column<Long> tableId = key("table_id", RangeRecord::tableId);
    public final Column<Long> firstKey = key("first_key", RangeRecord::firstKey);
    public final Column<Long> rows = number("rows", RangeRecord::rows);
    public final Column<String> content = text("content", RangeRecord::content);
    public final Column<String> keyContent = text("key_content", RangeRecord::keyContent);

    private RangeRecordTable() {
        super("sync_range", row -> new RangeRecord(
                row.number(), row.number(), row.number(), row.text(), row.textOrNull()));
    }
}
