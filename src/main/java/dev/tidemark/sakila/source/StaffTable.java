package dev.tidemark.sakila.source;

import static org.mybatis.dynamic.sql.SqlBuilder.select;

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
    public static final SourceTable<Staff> ROWS = new SourceTable<>(
            STAFF,
            KeyColumns.of(STAFF.staffId),
            STAFF.lastUpdate,
            List.of("staff_id", "store_id", "last_update"),
            () -> select(STAFF.staffId, STAFF.storeId)
                    .from(STAFF),
            StaffMapper.class,
            Staff::staffId);

    public final SqlColumn<Long> staffId = column("staff_id", JDBCType.BIGINT);
    public final SqlColumn<Long> storeId = column("store_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private StaffTable() {
        super("staff");
    }
}
