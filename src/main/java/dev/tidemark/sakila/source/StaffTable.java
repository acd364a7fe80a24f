package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table staff. */
public final class StaffTable extends SqlTable {
    public static final StaffTable STAFF = new StaffTable();

    /** How its rows are read. */
    public static final SourceTable<Staff> ROWS = SourceTable.of(
            STAFF,
            KeyColumns.of(STAFF.staffId),
            STAFF.lastUpdate,
            List.of(STAFF.staffId, STAFF.storeId),
            StaffMapper.class,
            row -> Key.of(row.staffId()))
            .inRangesOf(1);

    public final SqlColumn<Long> staffId = column("staff_id", JDBCType.BIGINT);
    public final SqlColumn<Long> storeId = column("store_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private StaffTable() {
        super("staff");
    }
}
