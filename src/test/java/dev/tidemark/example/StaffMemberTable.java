package dev.tidemark.example;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table staff. */
public final class StaffMemberTable extends SourceTable<StaffMember> {
    public static final StaffMemberTable STAFF = new StaffMemberTable();

    public final Column<Long> staffId = key("staff_id", StaffMember::staffId);
    public final Column<String> firstName = text("first_name");
    public final Column<String> lastName = text("last_name");
    public final Column<Long> storeId = number("store_id");
    public final Column<Boolean> active = truth("active");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private StaffMemberTable() {
        super("staff", StaffMember.class);
    }
}
