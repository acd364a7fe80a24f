package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table staff. */
public final class StaffTable extends SourceTable<Staff> {
    public static final StaffTable STAFF = new StaffTable();

    public final SqlColumn<Long> staffId = key("staff_id", Staff::staffId);
    public final SqlColumn<Long> storeId = number("store_id");
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private StaffTable() {
        super("staff", Staff.class, 1);
    }
}
