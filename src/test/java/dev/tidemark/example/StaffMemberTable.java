package dev.tidemark.example;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table staff. */
public final class StaffMemberTable extends SqlTable {
    public static final StaffMemberTable STAFF = new StaffMemberTable();

    /** How its rows are read. */
    public static final SourceTable<StaffMember> ROWS = SourceTable.of(
            STAFF,
            KeyColumns.of(STAFF.staffId),
            STAFF.lastUpdate,
            List.of(STAFF.staffId, STAFF.firstName, STAFF.lastName, STAFF.storeId, STAFF.active, STAFF.lastUpdate),
            StaffMemberMapper.class,
            row -> Key.of(row.staffId()));

    public final SqlColumn<Long> staffId = column("staff_id", JDBCType.BIGINT);
    public final SqlColumn<String> firstName = column("first_name", JDBCType.VARCHAR);
    public final SqlColumn<String> lastName = column("last_name", JDBCType.VARCHAR);
    public final SqlColumn<Long> storeId = column("store_id", JDBCType.BIGINT);
    public final SqlColumn<Boolean> active = column("active", JDBCType.BOOLEAN);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private StaffMemberTable() {
        super("staff");
    }
}
