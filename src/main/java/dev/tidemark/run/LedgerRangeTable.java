package dev.tidemark.run;

import dev.tidemark.sql.TargetTable;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table sync_range. */
public final class LedgerRangeTable extends TargetTable<LedgerRange> {
    public static final LedgerRangeTable SYNC_RANGE = new LedgerRangeTable();

    public final SqlColumn<Long> tableId = key("table_id", LedgerRange::tableId);
    public final SqlColumn<Long> firstKey = key("first_key", LedgerRange::firstKey);
    public final SqlColumn<Long> rows = number("rows", LedgerRange::rows);
    public final SqlColumn<String> content = text("content", LedgerRange::content);
    public final SqlColumn<String> keyContent = text("key_content", LedgerRange::keyContent);

    private LedgerRangeTable() {
        super("sync_range", LedgerRange.class);
    }
}
