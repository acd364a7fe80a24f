package dev.tidemark.books;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table sync_range. */
public final class LedgerRangeTable extends SqlTable {
    static final LedgerRangeTable SYNC_RANGE = new LedgerRangeTable();

    /** How its rows are written and read. */
    public static final TargetTable<LedgerRange> ROWS = new TargetTable<>(
            SYNC_RANGE,
            KeyColumns.of(SYNC_RANGE.tableId, SYNC_RANGE.firstKey),
            Optional.empty(),
            List.of(
                    new TargetColumn<>(SYNC_RANGE.tableId, "tableId", LedgerRange::tableId),
                    new TargetColumn<>(SYNC_RANGE.firstKey, "firstKey", LedgerRange::firstKey),
                    new TargetColumn<>(SYNC_RANGE.rows, "rows", LedgerRange::rows),
                    new TargetColumn<>(SYNC_RANGE.content, "content", LedgerRange::content),
                    new TargetColumn<>(SYNC_RANGE.keyContent, "keyContent", LedgerRange::keyContent)),
            LedgerRangeMapper.class,
            row -> Key.of(row.tableId(), row.firstKey()));

    final SqlColumn<Long> tableId = column("table_id", JDBCType.BIGINT);
    final SqlColumn<Long> firstKey = column("first_key", JDBCType.BIGINT);
    final SqlColumn<Long> rows = column("rows", JDBCType.BIGINT);
    final SqlColumn<String> content = column("content", JDBCType.VARCHAR);
    final SqlColumn<String> keyContent = column("key_content", JDBCType.VARCHAR);

    private LedgerRangeTable() {
        super("sync_range");
    }
}
