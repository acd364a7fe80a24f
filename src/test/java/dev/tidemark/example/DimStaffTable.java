package dev.tidemark.example;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table dim_staff. */
public final class DimStaffTable extends TargetTable<DimStaff> {
    public static final DimStaffTable DIM_STAFF = new DimStaffTable();

    public final SqlColumn<Long> staffKey = surrogateKey("staff_key");
    public final SqlColumn<Long> staffId = key("staff_id", DimStaff::staffId);
    public final SqlColumn<String> firstName = text("first_name", DimStaff::firstName);
    public final SqlColumn<String> lastName = text("last_name", DimStaff::lastName);
    public final SqlColumn<Long> storeKey = number("store_key", DimStaff::storeKey);
    public final SqlColumn<Long> active = number("active", DimStaff::active);
    public final SqlColumn<LocalDateTime> lastUpdate = time("last_update", DimStaff::lastUpdate);

    private DimStaffTable() {
        super("dim_staff", DimStaff.class);
    }
}
