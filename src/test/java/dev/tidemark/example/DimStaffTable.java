package dev.tidemark.example;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table dim_staff. */
public final class DimStaffTable extends SqlTable {
    public static final DimStaffTable DIM_STAFF = new DimStaffTable();

    /** How its rows are written and read. */
    public static final TargetTable<DimStaff> ROWS = new TargetTable<>(
            DIM_STAFF,
            KeyColumns.of(DIM_STAFF.staffId),
            Optional.of(DIM_STAFF.staffKey),
            List.of(
                    new TargetColumn<>(DIM_STAFF.staffId, "staffId", DimStaff::staffId),
                    new TargetColumn<>(DIM_STAFF.firstName, "firstName", DimStaff::firstName),
                    new TargetColumn<>(DIM_STAFF.lastName, "lastName", DimStaff::lastName),
                    new TargetColumn<>(DIM_STAFF.storeKey, "storeKey", DimStaff::storeKey),
                    new TargetColumn<>(DIM_STAFF.active, "active", DimStaff::active),
                    new TargetColumn<>(DIM_STAFF.lastUpdate, "lastUpdate", DimStaff::lastUpdate)),
            DimStaffMapper.class,
            row -> Key.of(row.staffId()));

    public final SqlColumn<Long> staffKey = column("staff_key", JDBCType.BIGINT);
    public final SqlColumn<Long> staffId = column("staff_id", JDBCType.BIGINT);
    public final SqlColumn<String> firstName = column("first_name", JDBCType.VARCHAR);
    public final SqlColumn<String> lastName = column("last_name", JDBCType.VARCHAR);
    public final SqlColumn<Long> storeKey = column("store_key", JDBCType.BIGINT);
    public final SqlColumn<Long> active = column("active", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.VARCHAR);

    private DimStaffTable() {
        super("dim_staff");
    }
}
