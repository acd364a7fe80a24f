package dev.tidemark.run;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The table sync_range. */
public final class LedgerRangeTable extends TargetTable<LedgerRange> {
    public static final LedgerRangeTable SYNC_RANGE = new LedgerRangeTable();

    public final Column<Long> tableId = key("table_id", LedgerRange::tableId);
    public final Column<Long> firstKey = key("first_key", LedgerRange::firstKey);
    public final Column<Long> rows = number("rows", LedgerRange::rows);
    public final Column<String> content = text("content", LedgerRange::content);
    public final Column<String> keyContent = text("key_content", LedgerRange::keyContent);

    private LedgerRangeTable() {
        super("sync_range", LedgerRange.class);
    }
}
