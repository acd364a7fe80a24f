package dev.tidemark.example;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table staff. */
public final class StaffMemberTable extends SourceTable<StaffMember> {
    public static final StaffMemberTable STAFF = new StaffMemberTable();

    public final SqlColumn<Long> staffId = key("staff_id", StaffMember::staffId);
    public final SqlColumn<String> firstName = text("first_name");
    public final SqlColumn<String> lastName = text("last_name");
    public final SqlColumn<Long> storeId = number("store_id");
    public final SqlColumn<Boolean> active = truth("active");
    public final SqlColumn<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private StaffMemberTable() {
        super("staff", StaffMember.class);
    }
}
